/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.optim;

import ai.djl.ndarray.NDManager;
import java.util.Map;
import org.modan.spi.OptimizerSpec;
import org.modan.spi.Parameter;

/**
 * Makes optimisers.
 *
 * @since 1.0
 */
public final class Optimizers {

    private Optimizers() {}

    /**
     * @param spec all but its learning rate, which every step is given by the schedule
     * @param trainable already initialised, see {@code Parameters.trainable}
     * @param manager owns the optimiser's state
     */
    public static Optimizer create(
            OptimizerSpec spec, Map<String, Parameter> trainable, NDManager manager) {
        return switch (spec.rule()) {
            case SGD -> new Sgd(spec, trainable, manager);
            case ADAM -> new Adam(spec, trainable, manager);
        };
    }
}
