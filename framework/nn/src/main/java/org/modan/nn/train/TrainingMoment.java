/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import static java.util.Objects.requireNonNull;

import org.modan.nn.internal.weights.Weights;
import org.modan.nn.optim.Optimizer;
import org.modan.spi.Layer;
import org.modan.spi.ModanException;

/**
 * A training between two steps. The network and the optimiser are live: the next step changes them.
 *
 * @param position where it is, as {@link Trainer#resume} takes it
 * @param network what is trained
 * @param optimizer what trains it
 * @param learningRate of the step before
 * @since 1.0
 */
public record TrainingMoment(
        TrainingPosition position, Layer network, Optimizer optimizer, double learningRate) {

    public TrainingMoment {
        requireNonNull(position, "position is null");
        requireNonNull(network, "network is null");
        requireNonNull(optimizer, "optimizer is null");
    }

    /**
     * A copy of the network's parameters and buffers.
     *
     * @throws ModanException with {@code TRAINING}, naming one that is no longer finite
     */
    public Weights networkState() {
        return finite("weights", Weights.of(network));
    }

    /**
     * A copy of all that the optimiser needs to go on.
     *
     * @throws ModanException with {@code TRAINING}, naming a part that is no longer finite
     */
    public Weights optimizerState() {
        return finite("optimiser's values", Weights.ofArrays(optimizer.state()));
    }

    private Weights finite(String what, Weights values) {
        Divergence.requireFinite(what, values, position, learningRate);
        return values;
    }
}
