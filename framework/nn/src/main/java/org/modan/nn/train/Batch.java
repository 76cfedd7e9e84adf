/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * The views of one step in host memory: float32 in [-1, 1], {@code (x / 255 - 0.5) / 0.5} of each
 * pixel, laid out view 0 of all images, then view 1. Closing it hands its memory to a later batch.
 *
 * @since 1.0
 */
public final class Batch implements AutoCloseable {

    private final ByteBuffer memory;
    private final BufferPool pool;
    private final Shape shape;
    private final int[] indices;
    private boolean closed;

    /**
     * @param memory from the pool, its limit at the end of the values
     * @param shape of the values: views times images, channels, rows, columns
     */
    Batch(ByteBuffer memory, BufferPool pool, Shape shape, int[] indices) {
        this.memory = memory;
        this.pool = pool;
        this.shape = shape;
        this.indices = indices;
    }

    /** Which images of the set these are; row {@code v * N + i} belongs to the i-th of them. */
    public int[] indices() {
        return indices.clone();
    }

    /** How many images there are, views counted once. */
    public int images() {
        return indices.length;
    }

    /** How many views there are of each image. */
    int views() {
        return Math.toIntExact(shape.get(0) / indices.length);
    }

    /** {@code (views * images, channels, size, size)}. */
    public Shape shape() {
        return shape;
    }

    /** The values, row-major; not to be read after {@link #close}. */
    public FloatBuffer values() {
        requireOpen();
        return memory.asReadOnlyBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    /**
     * The values as an array on the manager's device. On a CPU it shares this batch's memory: the
     * array must not be used after {@link #close}.
     */
    public NDArray toArray(NDManager manager) {
        requireOpen();
        return manager.create(memory, shape, DataType.FLOAT32);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            pool.giveBack(memory);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the batch is closed; its memory holds another");
        }
    }
}
