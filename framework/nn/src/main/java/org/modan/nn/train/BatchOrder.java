/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.Seed;

/**
 * Which images make which batch of an epoch, a function of seed and epoch alone.
 *
 * @since 1.0
 */
public final class BatchOrder {

    private final int images;
    private final int batchSize;
    private final Optional<Seed> shuffle;

    private BatchOrder(int images, int batchSize, Optional<Seed> shuffle) {
        this.images = images;
        this.batchSize = batchSize;
        this.shuffle = shuffle;
    }

    /**
     * All images in a new random order each epoch, for training. A last batch of a single image is
     * dropped, because batch normalisation has no variance to divide by there; that image is drawn
     * into another place the next epoch. Other short last batches are kept.
     *
     * @throws ModanException if fewer than two images make a batch, or are there at all
     */
    public static BatchOrder shuffled(int images, int batchSize, Seed seed) {
        requireNonNull(seed, "seed is null");
        if (batchSize < 2) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION,
                    ("the batch size is %d, but training needs at least 2 images a step for batch"
                                    + " normalisation; set batch-size to 2 or more")
                            .formatted(batchSize));
        }
        if (images < 2) {
            throw new ModanException(
                    ErrorCode.DATASET,
                    "training needs at least 2 images, but there %s; use a larger dataset"
                            .formatted(images == 1 ? "is 1" : "are none"));
        }
        return new BatchOrder(images, batchSize, Optional.of(seed));
    }

    /** All images in their own order, the same each epoch, for scoring. */
    public static BatchOrder sequential(int images, int batchSize) {
        if (batchSize < 1) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION,
                    "the batch size is %d; set batch-size to 1 or more".formatted(batchSize));
        }
        return new BatchOrder(images, batchSize, Optional.empty());
    }

    /** Batches in an epoch. */
    public int steps() {
        return images / batchSize + (images % batchSize >= minimum() ? 1 : 0);
    }

    /** The largest number of images a batch has. */
    int largestBatch() {
        return Math.min(batchSize, images);
    }

    /**
     * The images of each batch of an epoch.
     *
     * @param epoch from 0
     */
    public List<int[]> batches(int epoch) {
        int[] order = IntStream.range(0, images).toArray();
        shuffle.ifPresent(seed -> shuffle(order, seed.derive("shuffle", epoch).random()));
        List<int[]> batches = new ArrayList<>();
        for (int from = 0; images - from >= minimum(); from += batchSize) {
            batches.add(Arrays.copyOfRange(order, from, Math.min(from + batchSize, images)));
        }
        return batches;
    }

    private int minimum() {
        return shuffle.isPresent() ? 2 : 1;
    }

    private static void shuffle(int[] order, RandomGenerator random) {
        for (int last = order.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int index = order[last];
            order[last] = order[other];
            order[other] = index;
        }
    }
}
