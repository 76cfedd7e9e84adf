/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.training.GradientCollector;
import java.util.List;
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
    private final int microBatch;

    /**
     * @param microBatch images a chunk
     */
    CachedGradient(Layer network, BatchLoss loss, int microBatch) {
        this.network = requireNonNull(network, "network is null");
        this.loss = requireNonNull(loss, "loss is null");
        this.microBatch = microBatch;
    }

    @Override
    public double compute(Batch batch, NDManager manager) {
        List<Chunk> chunks = Chunk.divide(batch.images(), microBatch);
        ChunkedRows outputs = outputs(batch, chunks, manager);
        double number = differentiate(outputs, batch.indices(), manager);
        if (Double.isFinite(number)) {
            backward(batch, chunks, outputs, manager);
        }
        return number;
    }

    /** What the network gives for every view, without a graph and without moving any buffer. */
    private ChunkedRows outputs(Batch batch, List<Chunk> chunks, NDManager manager) {
        ChunkedRows outputs = new ChunkedRows(batch.images(), batch.views());
        try (BufferCopies buffers = new BufferCopies(network);
                NoDifferentiation paused = new NoDifferentiation(network)) {
            for (Chunk chunk : chunks) {
                try (NDScope scope = new NDScope()) {
                    NDArray rows = network.forward(batch.toArray(manager, chunk), Mode.TRAIN);
                    outputs.put(chunk, rows);
                }
            }
        }
        return outputs;
    }

    /** Replaces the outputs by the loss's gradient with respect to them. */
    private double differentiate(ChunkedRows outputs, int[] indices, NDManager manager) {
        try (NDScope scope = new NDScope();
                GradientCollector collector = manager.getEngine().newGradientCollector()) {
            NDArray leaf = outputs.toArray(manager);
            leaf.setRequiresGradient(true);
            NDArray value = loss.loss(leaf, indices);
            double number = value.getFloat();
            if (Double.isFinite(number)) {
                collector.backward(value);
                outputs.replace(leaf.getGradient());
            }
            return number;
        }
    }

    private void backward(
            Batch batch, List<Chunk> chunks, ChunkedRows gradients, NDManager manager) {
        try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
            for (Chunk chunk : chunks) {
                try (NDScope scope = new NDScope()) {
                    NDArray rows = network.forward(batch.toArray(manager, chunk), Mode.TRAIN);
                    collector.backward(rows.mul(gradients.toArray(manager, chunk)).sum());
                }
            }
        }
    }
}
