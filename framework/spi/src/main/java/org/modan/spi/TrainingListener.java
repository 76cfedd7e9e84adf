/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

/**
 * Hears how a training goes; called on the training thread.
 *
 * @since 1.0
 */
public interface TrainingListener {

    /** Hears nothing. */
    TrainingListener NONE = new TrainingListener() {};

    /**
     * After each step.
     *
     * @param epoch from 1
     * @param step within the epoch, from 1
     * @param steps in the epoch
     * @param loss of this step's batch
     * @param images seen in this step, views counted once
     */
    default void step(int epoch, int step, int steps, double loss, int images) {}

    /** After each epoch. */
    default void epoch(EpochReport report) {}
}
