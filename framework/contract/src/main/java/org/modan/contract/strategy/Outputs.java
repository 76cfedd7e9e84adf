/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.strategy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * What a head gave for a batch, in Java's memory.
 *
 * @param values row-major; row {@code v * images + i} is view {@code v} of image {@code i}
 * @param views of each image
 * @param images of the batch
 */
record Outputs(float[] values, int views, int images) {

    int width() {
        return values.length / (views * images);
    }

    /** The images in another order, the same in every view. */
    Outputs inOrder(int[] order) {
        return new Outputs(rowsInOrder(values, order), views, images);
    }

    /** Rows of these outputs' shape with the images in another order. */
    float[] rowsInOrder(float[] rows, int[] order) {
        float[] ordered = new float[rows.length];
        for (int view = 0; view < views; view++) {
            for (int i = 0; i < images; i++) {
                System.arraycopy(
                        rows,
                        (view * images + order[i]) * width(),
                        ordered,
                        (view * images + i) * width(),
                        width());
            }
        }
        return ordered;
    }

    /** As a leaf whose gradient is collected. */
    NDArray toLeaf(NDManager manager) {
        NDArray leaf = manager.create(values, new Shape((long) views * images, width()));
        leaf.setRequiresGradient(true);
        return leaf;
    }
}
