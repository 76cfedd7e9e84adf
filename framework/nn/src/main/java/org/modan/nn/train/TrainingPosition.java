/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import static java.util.Objects.requireNonNull;

/**
 * Where a training is, between two steps. Beside the weights and the optimiser's state this is all
 * that is needed to go on: shuffling, augmentation and the learning rate are functions of the seed,
 * the epoch and the sample, so no generator has a state of its own.
 *
 * @param epochsDone whole epochs
 * @param current what the epoch under way has summed up
 * @since 1.0
 */
public record TrainingPosition(int epochsDone, EpochProgress current) {

    /** Before the first step. */
    public static final TrainingPosition START = new TrainingPosition(0, EpochProgress.NONE);

    public TrainingPosition {
        requireNonNull(current, "current is null");
        if (epochsDone < 0) {
            throw new IllegalArgumentException("%d epochs done".formatted(epochsDone));
        }
    }

    /** Steps of the epoch under way. */
    public int stepsDone() {
        return current.steps();
    }
}
