/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

/**
 * Called on the training thread between steps, where a training may be saved and continued. The
 * host does that; a plugin trains with {@link #NOTHING}.
 *
 * @since 1.0
 */
@FunctionalInterface
public interface StepEnd {

    /** Saves nothing. */
    StepEnd NOTHING = moment -> {};

    /**
     * After a step; the last step of an epoch ends at the start of the next, and its weights are
     * all finite.
     *
     * @param moment ends with the return; copy what is to be kept
     */
    void stepEnded(TrainingMoment moment);
}
