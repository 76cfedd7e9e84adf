/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.training.GradientCollector;
import org.modan.nn.optim.Optimizer;
import org.modan.spi.Layer;
import org.modan.spi.Mode;

/** One step: forward, loss, backward, and the optimiser's change of the weights. */
final class TrainingStep {

    private final Layer network;
    private final BatchLoss loss;
    private final Optimizer optimizer;
    private final NDManager manager;

    TrainingStep(Layer network, BatchLoss loss, Optimizer optimizer, NDManager manager) {
        this.network = network;
        this.loss = loss;
        this.optimizer = optimizer;
        this.manager = manager;
    }

    /**
     * Runs it and closes every array made on the way.
     *
     * @return the batch's loss; where it is not finite the weights are as they were
     */
    double run(Batch batch, double learningRate) {
        try (NDScope scope = new NDScope()) {
            double value = differentiate(batch.toArray(manager), batch.indices());
            if (Double.isFinite(value)) {
                optimizer.step(learningRate);
                optimizer.zeroGradients();
            }
            return value;
        }
    }

    private double differentiate(NDArray input, int[] indices) {
        try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
            NDArray value = loss.loss(network.forward(input, Mode.TRAIN), indices);
            double number = value.getFloat();
            if (Double.isFinite(number)) {
                collector.backward(value);
            }
            return number;
        }
    }
}
