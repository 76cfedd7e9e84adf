/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import static java.util.Objects.requireNonNull;

import org.modan.spi.ImageSet;
import org.modan.spi.Layer;
import org.modan.spi.Seed;
import org.modan.spi.TrainingRecipe;

/**
 * What is trained, on what, and how.
 *
 * @param network its parameters are initialised and change in place; mostly a {@link Network}
 * @param loss what is minimised
 * @param recipe epochs, batch size, optimiser, schedule and augmentation
 * @param viewsPerImage augmented views of each image in a batch
 * @param images what is trained on
 * @param seed the source of shuffling and augmentation
 */
public record TrainingTask(
        Layer network,
        BatchLoss loss,
        TrainingRecipe recipe,
        int viewsPerImage,
        ImageSet images,
        Seed seed) {

    public TrainingTask {
        requireNonNull(network, "network is null");
        requireNonNull(loss, "loss is null");
        requireNonNull(recipe, "recipe is null");
        requireNonNull(images, "images is null");
        requireNonNull(seed, "seed is null");
    }

    BatchGradient gradient() {
        int microBatch = recipe.microBatch().orElse(recipe.batchSize());
        return microBatch < recipe.batchSize()
                ? new CachedGradient(network, loss, microBatch)
                : new WholeBatch(network, loss);
    }

    BatchLoader loader(Prefetch prefetch) {
        return new BatchLoader(
                images,
                BatchOrder.shuffled(images.size(), recipe.batchSize(), seed),
                new Views(recipe.augmentation(), viewsPerImage, seed),
                prefetch);
    }
}
