/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import org.modan.spi.OptimizerSpec;
import org.modan.spi.Parameter;

/** What the rules have in common: parameters to change, and arrays kept from step to step. */
abstract sealed class LeafOptimizer implements Optimizer permits Sgd, Adam {

    private final Leaves leaves;
    private final OptimizerState state;

    LeafOptimizer(OptimizerSpec spec, Map<String, Parameter> trainable, NDManager manager) {
        leaves = new Leaves(trainable, spec.weightDecay(), spec.batchNormDecay());
        state = new OptimizerState(manager);
    }

    final Leaves leaves() {
        return leaves;
    }

    final OptimizerState kept() {
        return state;
    }

    @Override
    public final void zeroGradients() {
        leaves.zeroGradients();
    }

    @Override
    public final Map<String, NDArray> state() {
        return state.view();
    }

    @Override
    public final void restore(Map<String, NDArray> source) {
        state.restore(source);
    }
}
