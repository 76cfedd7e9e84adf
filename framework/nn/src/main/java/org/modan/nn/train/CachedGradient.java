/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.List;
import org.modan.nn.layer.Host;
import org.modan.spi.Layer;
import org.modan.spi.Mode;

/**
 * Gradient caching: the gradient of a loss over the whole batch, with the activations of one chunk
 * of images in memory at a time. With {@code f} the network, {@code x_c} the views of chunk {@code
 * c} and {@code L} the loss of all outputs together:
 *
 * <pre>
 * y_c = f(x_c)                  for each chunk, nothing kept but y
 * g   = dL/dy                   of the whole batch
 * dL/dw = sum_c g_c dy_c/dw     chunk by chunk, computed again: d/dw sum(g_c * f(x_c))
 * </pre>
 *
 * <p>This is the chain rule, so a layer that treats each row for itself gives the gradient of the
 * whole batch up to rounding. Batch normalisation in {@link Mode#TRAIN} does not: it normalises by
 * the chunk's statistics instead of the batch's, and moves its running estimates once a chunk. Gao
 * et al., "Scaling Deep Contrastive Learning Batch Size under Memory Limited Setup", RepL4NLP 2021,
 * Section 3.
 */
final class CachedGradient implements BatchGradient {

    private final Layer network;
    private final BatchLoss loss;
    private final WholeBatch wholeBatch;
    private final int microBatch;

    /**
     * @param microBatch images a chunk
     */
    CachedGradient(Layer network, BatchLoss loss, int microBatch) {
        this.network = requireNonNull(network, "network is null");
        this.loss = requireNonNull(loss, "loss is null");
        this.wholeBatch = new WholeBatch(network, loss);
        this.microBatch = microBatch;
    }

    @Override
    public double compute(Batch batch, NDManager manager) {
        List<Chunk> chunks = Chunk.divide(batch.images(), microBatch, batch.views());
        if (chunks.size() == 1) {
            return wholeBatch.compute(batch, manager);
        }
        NDArray input = batch.toArray(manager);
        NDArray outputs = outputs(input, batch, chunks);
        try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
            outputs.setRequiresGradient(true);
            NDArray value = loss.loss(outputs, batch.indices());
            double number = Host.number(value);
            if (Double.isFinite(number)) {
                collector.backward(value);
                backward(input, outputs.getGradient(), batch.images(), chunks, collector);
            }
            return number;
        }
    }

    /** What the network gives for every view, without a graph and without moving any buffer. */
    private NDArray outputs(NDArray input, Batch batch, List<Chunk> chunks) {
        List<NDArray> parts = new ArrayList<>();
        try (BufferCopies buffers = new BufferCopies(network);
                NoDifferentiation paused = new NoDifferentiation(network)) {
            for (Chunk chunk : chunks) {
                NDArray part;
                try (NDScope scope = new NDScope()) {
                    NDArray views = ViewRows.of(input, batch.images(), chunk);
                    part = network.forward(views, Mode.TRAIN);
                    NDScope.unregister(part);
                }
                NDScope.register(part);
                parts.add(part);
            }
        }
        return ViewRows.join(parts, batch.views());
    }

    private void backward(
            NDArray input,
            NDArray gradients,
            int images,
            List<Chunk> chunks,
            GradientCollector collector) {
        for (Chunk chunk : chunks) {
            try (NDScope scope = new NDScope()) {
                NDArray rows = network.forward(ViewRows.of(input, images, chunk), Mode.TRAIN);
                collector.backward(rows.mul(ViewRows.of(gradients, images, chunk)).sum());
            }
        }
    }
}
