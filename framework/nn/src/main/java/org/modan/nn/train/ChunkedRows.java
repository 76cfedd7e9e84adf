/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;

/**
 * One row of numbers for each view of a batch, on the host: row {@code v * N + i} is view {@code v}
 * of image {@code i}, of a chunk's rows likewise.
 */
final class ChunkedRows {

    private final int images;
    private final int views;
    private float[] values = {};

    ChunkedRows(int images, int views) {
        this.images = images;
        this.views = views;
    }

    /** Puts the rows of a chunk in their places. */
    void put(Chunk chunk, NDArray rows) {
        float[] given = rows.toFloatArray();
        int width = given.length / (views * chunk.images());
        if (values.length == 0) {
            values = new float[views * images * width];
        }
        for (int view = 0; view < views; view++) {
            System.arraycopy(
                    given,
                    view * chunk.images() * width,
                    values,
                    (view * images + chunk.from()) * width,
                    chunk.images() * width);
        }
    }

    /** Puts other numbers in the place of all. */
    void replace(NDArray rows) {
        values = rows.toFloatArray();
    }

    NDArray toArray(NDManager manager) {
        return array(manager, values, views * images);
    }

    /** The rows of a chunk. */
    NDArray toArray(NDManager manager, Chunk chunk) {
        int width = width();
        float[] part = new float[views * chunk.images() * width];
        for (int view = 0; view < views; view++) {
            System.arraycopy(
                    values,
                    (view * images + chunk.from()) * width,
                    part,
                    view * chunk.images() * width,
                    chunk.images() * width);
        }
        return array(manager, part, views * chunk.images());
    }

    private int width() {
        return values.length / (views * images);
    }

    /** In the engine's own memory: what create() gives may lie in Java's, freed before backward. */
    private NDArray array(NDManager manager, float[] rows, int count) {
        Shape shape = new Shape(count, width());
        try (NDArray borrowed = manager.create(FloatBuffer.wrap(rows), shape)) {
            return borrowed.duplicate();
        }
    }
}
