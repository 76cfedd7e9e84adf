/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.modan.nn.layer.Host;
import org.modan.spi.ImageSet;
import org.modan.spi.Layer;
import org.modan.spi.Mode;

/**
 * Runs a layer over an image set in {@link Mode#EVALUATE}, without augmentation or gradients.
 *
 * @since 1.0
 */
public final class Inference {

    private final NDManager manager;
    private final int batchSize;
    private final Prefetch prefetch;

    /**
     * @param manager on the device of the layers; what is made is closed before results return
     * @param batchSize images at a time
     * @param prefetch how batches are assembled ahead
     */
    public Inference(NDManager manager, int batchSize, Prefetch prefetch) {
        this.manager = requireNonNull(manager, "manager is null");
        this.batchSize = batchSize;
        this.prefetch = requireNonNull(prefetch, "prefetch is null");
    }

    /**
     * What the layer gives for each image, in the set's order: features of an encoder, scores of a
     * {@link Network}. Parameters and buffers are left as they are.
     *
     * @return one row an image
     */
    public float[][] outputs(Layer layer, ImageSet images) {
        float[][] rows = new float[images.size()][];
        outputs(
                layer,
                images,
                (index, values, from, width) ->
                        rows[index] = Arrays.copyOfRange(values, from, from + width));
        return rows;
    }

    /** Takes what a layer gives, image by image in the set's order. */
    @FunctionalInterface
    public interface Rows {
        /**
         * @param index of the image
         * @param values of several images, to be read only
         * @param from where those of this one begin
         * @param width how many there are of it
         */
        void accept(int index, float[] values, int from, int width);
    }

    /**
     * As {@link #outputs(Layer, ImageSet)}, row by row, for those who keep them elsewhere.
     *
     * @param rows is given those of each image
     */
    public void outputs(Layer layer, ImageSet images, Rows rows) {
        BatchOrder order = BatchOrder.sequential(images.size(), batchSize);
        try (NDManager own = manager.newSubManager();
                NoDifferentiation paused = new NoDifferentiation(layer);
                BatchLoader loader = new BatchLoader(images, order, Views.unchanged(), prefetch);
                BatchStream batches = loader.epoch(0)) {
            while (batches.hasNext()) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException("interrupted between two batches");
                }
                try (Batch batch = batches.next()) {
                    give(layer, batch, own, rows);
                }
            }
        }
    }

    private static void give(Layer layer, Batch batch, NDManager manager, Rows rows) {
        int[] indices = batch.indices();
        try (NDScope scope = new NDScope()) {
            NDArray outputs = layer.forward(batch.toArray(manager), Mode.EVALUATE);
            float[] values = Host.floats(outputs);
            int width = values.length / indices.length;
            for (int i = 0; i < indices.length; i++) {
                rows.accept(indices[i], values, i * width, width);
            }
        }
    }
}
