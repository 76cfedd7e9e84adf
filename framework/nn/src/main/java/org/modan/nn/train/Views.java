/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import static java.util.Objects.requireNonNull;

import java.util.random.RandomGenerator;
import org.modan.spi.AugmentationSpec;
import org.modan.spi.Sample;
import org.modan.spi.Seed;

/**
 * How many views of each image a batch holds and how they are drawn.
 *
 * @param augmentation what makes a view of an image
 * @param perImage views of each image
 * @param seed where their randomness comes from
 * @since 1.0
 */
public record Views(AugmentationSpec augmentation, int perImage, Seed seed) {

    public Views {
        requireNonNull(augmentation, "augmentation is null");
        requireNonNull(seed, "seed is null");
        if (perImage < 1) {
            throw new IllegalArgumentException(
                    "%d views an image; there is at least 1".formatted(perImage));
        }
    }

    /** One view: the image as it is. */
    public static Views unchanged() {
        return new Views(AugmentationSpec.none(), 1, new Seed(0));
    }

    /** The randomness of one view, whoever draws it and whenever. */
    RandomGenerator random(int epoch, Sample sample, int view) {
        return seed.derive("augment", epoch, sample.id(), view).random();
    }
}
