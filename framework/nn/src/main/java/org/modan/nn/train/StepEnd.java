/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import org.modan.nn.optim.Optimizer;

/** Called on the training thread between steps, where a training may be saved and continued. */
@FunctionalInterface
public interface StepEnd {

    /** Saves nothing. */
    StepEnd NOTHING = (position, optimizer) -> {};

    /**
     * After a step; the last step of an epoch ends at the start of the next, and its weights are
     * all finite.
     *
     * @param position what {@link Trainer#resume} takes
     * @param optimizer its state belongs to this moment; copy what is to be kept
     */
    void stepEnded(TrainingPosition position, Optimizer optimizer);
}
