/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The settings of a training run that do not depend on what is trained: an objective offers them as
 * defaults, an experiment overrides them, the training loop follows them.
 *
 * @since 1.0
 */
public final class TrainingRecipe {

    private final int epochs;
    private final int batchSize;
    private final OptionalInt microBatch;
    private final OptionalDouble clipNorm;
    private final OptimizerSpec optimizer;
    private final ScheduleSpec schedule;
    private final AugmentationSpec augmentation;

    private TrainingRecipe(
            int epochs,
            int batchSize,
            OptionalInt microBatch,
            OptionalDouble clipNorm,
            OptimizerSpec optimizer,
            ScheduleSpec schedule,
            AugmentationSpec augmentation) {
        this.epochs = epochs;
        this.batchSize = batchSize;
        this.microBatch = microBatch;
        this.clipNorm = clipNorm;
        this.optimizer = requireNonNull(optimizer, "optimizer is null");
        this.schedule = requireNonNull(schedule, "schedule is null");
        this.augmentation = requireNonNull(augmentation, "augmentation is null");
    }

    /** A constant rate, no augmentation, whole batches at once and gradients as they are. */
    public static TrainingRecipe of(int epochs, int batchSize, OptimizerSpec optimizer) {
        return new TrainingRecipe(
                epochs,
                batchSize,
                OptionalInt.empty(),
                OptionalDouble.empty(),
                optimizer,
                ScheduleSpec.constant(),
                AugmentationSpec.none());
    }

    public TrainingRecipe withEpochs(int value) {
        return new TrainingRecipe(
                value, batchSize, microBatch, clipNorm, optimizer, schedule, augmentation);
    }

    public TrainingRecipe withBatchSize(int value) {
        return new TrainingRecipe(
                epochs, value, microBatch, clipNorm, optimizer, schedule, augmentation);
    }

    /** See {@link #microBatch()}. */
    public TrainingRecipe withMicroBatch(int value) {
        return new TrainingRecipe(
                epochs,
                batchSize,
                OptionalInt.of(value),
                clipNorm,
                optimizer,
                schedule,
                augmentation);
    }

    /** Whole batches at once. */
    public TrainingRecipe withoutMicroBatch() {
        return new TrainingRecipe(
                epochs,
                batchSize,
                OptionalInt.empty(),
                clipNorm,
                optimizer,
                schedule,
                augmentation);
    }

    /** See {@link #clipNorm()}. */
    public TrainingRecipe withClipNorm(double value) {
        return new TrainingRecipe(
                epochs,
                batchSize,
                microBatch,
                OptionalDouble.of(value),
                optimizer,
                schedule,
                augmentation);
    }

    /** Gradients as they are. */
    public TrainingRecipe withoutClipNorm() {
        return new TrainingRecipe(
                epochs,
                batchSize,
                microBatch,
                OptionalDouble.empty(),
                optimizer,
                schedule,
                augmentation);
    }

    public TrainingRecipe withOptimizer(OptimizerSpec value) {
        return new TrainingRecipe(
                epochs, batchSize, microBatch, clipNorm, value, schedule, augmentation);
    }

    public TrainingRecipe withSchedule(ScheduleSpec value) {
        return new TrainingRecipe(
                epochs, batchSize, microBatch, clipNorm, optimizer, value, augmentation);
    }

    public TrainingRecipe withAugmentation(AugmentationSpec value) {
        return new TrainingRecipe(
                epochs, batchSize, microBatch, clipNorm, optimizer, schedule, value);
    }

    public int epochs() {
        return epochs;
    }

    /** Images (not views) a step. */
    public int batchSize() {
        return batchSize;
    }

    /**
     * Images whose activations are held at once, at least 1; empty, or not below the batch size,
     * for the whole batch. The gradient is the whole batch's either way, except that batch
     * normalisation sees one chunk at a time.
     */
    public OptionalInt microBatch() {
        return microBatch;
    }

    /** The L2 norm that the gradient of all parameters together is scaled down to, if longer. */
    public OptionalDouble clipNorm() {
        return clipNorm;
    }

    public OptimizerSpec optimizer() {
        return optimizer;
    }

    public ScheduleSpec schedule() {
        return schedule;
    }

    public AugmentationSpec augmentation() {
        return augmentation;
    }
}
