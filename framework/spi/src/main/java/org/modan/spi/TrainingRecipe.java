/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

import static java.util.Objects.requireNonNull;

/**
 * The settings of a training run that do not depend on what is trained: an objective offers them as
 * defaults, an experiment overrides them, the training loop follows them.
 *
 * @since 1.0
 */
public final class TrainingRecipe {

    private final int epochs;
    private final int batchSize;
    private final OptimizerSpec optimizer;
    private final ScheduleSpec schedule;
    private final AugmentationSpec augmentation;

    private TrainingRecipe(
            int epochs,
            int batchSize,
            OptimizerSpec optimizer,
            ScheduleSpec schedule,
            AugmentationSpec augmentation) {
        this.epochs = epochs;
        this.batchSize = batchSize;
        this.optimizer = requireNonNull(optimizer, "optimizer is null");
        this.schedule = requireNonNull(schedule, "schedule is null");
        this.augmentation = requireNonNull(augmentation, "augmentation is null");
    }

    /** A constant rate and no augmentation. */
    public static TrainingRecipe of(int epochs, int batchSize, OptimizerSpec optimizer) {
        return new TrainingRecipe(
                epochs, batchSize, optimizer, ScheduleSpec.constant(), AugmentationSpec.none());
    }

    public TrainingRecipe withEpochs(int value) {
        return new TrainingRecipe(value, batchSize, optimizer, schedule, augmentation);
    }

    public TrainingRecipe withBatchSize(int value) {
        return new TrainingRecipe(epochs, value, optimizer, schedule, augmentation);
    }

    public TrainingRecipe withOptimizer(OptimizerSpec value) {
        return new TrainingRecipe(epochs, batchSize, value, schedule, augmentation);
    }

    public TrainingRecipe withSchedule(ScheduleSpec value) {
        return new TrainingRecipe(epochs, batchSize, optimizer, value, augmentation);
    }

    public TrainingRecipe withAugmentation(AugmentationSpec value) {
        return new TrainingRecipe(epochs, batchSize, optimizer, schedule, value);
    }

    public int epochs() {
        return epochs;
    }

    /** Images (not views) a step. */
    public int batchSize() {
        return batchSize;
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
