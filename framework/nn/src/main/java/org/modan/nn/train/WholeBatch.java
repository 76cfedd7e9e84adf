/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import org.modan.nn.layer.Host;
import org.modan.spi.Layer;
import org.modan.spi.Mode;

/** Forward and backward of all views at once. */
final class WholeBatch implements BatchGradient {

    private final Layer network;
    private final BatchLoss loss;

    WholeBatch(Layer network, BatchLoss loss) {
        this.network = requireNonNull(network, "network is null");
        this.loss = requireNonNull(loss, "loss is null");
    }

    @Override
    public double compute(Batch batch, NDManager manager) {
        NDArray input = batch.toArray(manager);
        try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
            NDArray value = loss.loss(network.forward(input, Mode.TRAIN), batch.indices());
            double number = Host.number(value);
            if (Double.isFinite(number)) {
                collector.backward(value);
            }
            return number;
        }
    }
}
