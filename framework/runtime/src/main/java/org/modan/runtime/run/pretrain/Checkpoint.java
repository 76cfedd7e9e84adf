/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.pretrain;

import static java.util.Objects.requireNonNull;

import org.modan.nn.internal.weights.Weights;
import org.modan.nn.train.TrainingMoment;
import org.modan.nn.train.TrainingPosition;
import org.modan.runtime.run.machine.Machine;
import org.modan.spi.ModanException;

/**
 * A training between two steps, on the host. Shuffling, augmentation and the learning rate are
 * functions of the seed, the epoch and the sample, so the position is all the state their
 * generators have.
 *
 * @param position where the training is
 * @param machine that brought it there
 * @param network values of parameters and buffers
 * @param optimizer the optimiser's state
 */
record Checkpoint(TrainingPosition position, Machine machine, Weights network, Weights optimizer) {

    Checkpoint {
        requireNonNull(position, "position is null");
        requireNonNull(machine, "machine is null");
        requireNonNull(network, "network is null");
        requireNonNull(optimizer, "optimizer is null");
    }

    /**
     * @throws ModanException with {@code TRAINING} if not all values are finite: what no training
     *     recovers from is not kept
     */
    static Checkpoint of(TrainingMoment moment, Machine machine) {
        return new Checkpoint(
                moment.position(), machine, moment.networkState(), moment.optimizerState());
    }
}
