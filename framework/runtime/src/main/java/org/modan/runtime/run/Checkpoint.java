/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import org.modan.nn.optim.Optimizer;
import org.modan.nn.train.Network;
import org.modan.nn.train.TrainingPosition;
import org.modan.nn.weights.Weights;

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

    static Checkpoint of(
            TrainingPosition position, Machine machine, Network network, Optimizer optimizer) {
        return new Checkpoint(
                position, machine, Weights.of(network), Weights.ofArrays(optimizer.state()));
    }

    /**
     * Puts the network back where it was.
     *
     * @param manager owns the network's arrays from now on
     * @param stateManager owns what is returned
     * @return the state the optimiser had
     */
    Map<String, NDArray> restore(Network target, NDManager manager, NDManager stateManager) {
        network.loadInto(target, manager);
        return optimizer.toArrays(stateManager);
    }
}
