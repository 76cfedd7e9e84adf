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
 * @since 1.0
 */
public final class TrainingTask {

    private final Layer network;
    private final BatchLoss loss;
    private final TrainingRecipe recipe;
    private final int viewsPerImage;
    private final ImageSet images;
    private final Seed seed;

    private TrainingTask(
            Layer network,
            BatchLoss loss,
            TrainingRecipe recipe,
            int viewsPerImage,
            ImageSet images,
            Seed seed) {
        this.network = requireNonNull(network, "network is null");
        this.loss = requireNonNull(loss, "loss is null");
        this.recipe = requireNonNull(recipe, "recipe is null");
        this.viewsPerImage = viewsPerImage;
        this.images = requireNonNull(images, "images is null");
        this.seed = requireNonNull(seed, "seed is null");
    }

    /**
     * A training with one view of each image in a batch.
     *
     * @param network its parameters are initialised and change in place; mostly a {@link Network}
     * @param loss what is minimised
     * @param recipe epochs, batch size, optimiser, schedule and augmentation
     * @param images what is trained on
     * @param seed the source of shuffling and augmentation
     */
    public static TrainingTask of(
            Layer network, BatchLoss loss, TrainingRecipe recipe, ImageSet images, Seed seed) {
        return new TrainingTask(network, loss, recipe, 1, images, seed);
    }

    /** The same with this many augmented views of each image in a batch. */
    public TrainingTask withViewsPerImage(int views) {
        return new TrainingTask(network, loss, recipe, views, images, seed);
    }

    public Layer network() {
        return network;
    }

    public BatchLoss loss() {
        return loss;
    }

    public TrainingRecipe recipe() {
        return recipe;
    }

    public int viewsPerImage() {
        return viewsPerImage;
    }

    public ImageSet images() {
        return images;
    }

    public Seed seed() {
        return seed;
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
