/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import org.modan.nn.optim.Optimizer;

/** One step: the gradient of a batch, and the optimiser's change of the weights. */
final class TrainingStep {

    private final BatchGradient gradient;
    private final GradientNorm norm;
    private final Optimizer optimizer;
    private final NDManager manager;

    TrainingStep(
            BatchGradient gradient, GradientNorm norm, Optimizer optimizer, NDManager manager) {
        this.gradient = requireNonNull(gradient, "gradient is null");
        this.norm = requireNonNull(norm, "norm is null");
        this.optimizer = requireNonNull(optimizer, "optimizer is null");
        this.manager = requireNonNull(manager, "manager is null");
    }

    /**
     * Runs it and closes every array made on the way.
     *
     * @return what it had; where a number of it is not finite the weights are as they were
     */
    StepResult run(Batch batch, double learningRate) {
        try (NDScope scope = new NDScope()) {
            double loss = gradient.compute(batch, manager);
            if (!Double.isFinite(loss)) {
                return new StepResult(loss, Double.NaN);
            }
            double length = norm.measureAndClip();
            if (Double.isFinite(length)) {
                optimizer.step(learningRate);
                optimizer.zeroGradients();
            }
            return new StepResult(loss, length);
        }
    }
}
