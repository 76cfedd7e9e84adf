/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import org.modan.nn.optim.Optimizer;

/** Called on the training thread between epochs, where a training may be saved and continued. */
@FunctionalInterface
public interface EpochEnd {

    /** Saves nothing. */
    EpochEnd NOTHING = (epochsDone, optimizer) -> {};

    /**
     * After an epoch whose weights are all finite.
     *
     * @param epochsDone epochs trained so far, what {@link Trainer#resume} takes
     * @param optimizer its state belongs to this moment; copy what is to be kept
     */
    void epochEnded(int epochsDone, Optimizer optimizer);
}
