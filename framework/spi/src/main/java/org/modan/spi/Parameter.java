/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * One named-by-its-owner array of a layer: a weight that is trained, or a buffer that is only kept
 * (a running mean). It says how it starts; the host gives it storage.
 *
 * @since 1.0
 */
public final class Parameter {

    private final Shape shape;
    private final DataType type;
    private final boolean trainable;
    private final Function<RandomGenerator, float[]> start;
    private NDArray array;

    private Parameter(
            Shape shape,
            DataType type,
            boolean trainable,
            Function<RandomGenerator, float[]> start) {
        this.shape = requireNonNull(shape, "shape is null");
        this.type = requireNonNull(type, "type is null");
        this.trainable = trainable;
        this.start = requireNonNull(start, "start is null");
    }

    /**
     * A trained float32 array.
     *
     * @param start draws the {@code shape.size()} first values, row-major
     */
    public static Parameter weight(Shape shape, Function<RandomGenerator, float[]> start) {
        return new Parameter(shape, DataType.FLOAT32, true, start);
    }

    /** A float32 array that belongs to the layer's state but is not trained. */
    public static Parameter buffer(Shape shape, Function<RandomGenerator, float[]> start) {
        return new Parameter(shape, DataType.FLOAT32, false, start);
    }

    /** An int64 scalar counter that starts at zero, such as PyTorch's num_batches_tracked. */
    public static Parameter counter() {
        return new Parameter(new Shape(), DataType.INT64, false, random -> new float[1]);
    }

    public Shape shape() {
        return shape;
    }

    public DataType type() {
        return type;
    }

    /** Whether an optimiser may change it. */
    public boolean trainable() {
        return trainable;
    }

    /** Draws the first values, row-major; the same generator state gives the same values. */
    public float[] start(RandomGenerator random) {
        float[] values = start.apply(random);
        if (values.length != shape.size()) {
            throw new IllegalStateException(
                    "a parameter of shape %s was given %d first values"
                            .formatted(shape, values.length));
        }
        return values;
    }

    /** Whether the host has given it storage. */
    public boolean isAllocated() {
        return array != null;
    }

    /**
     * The values.
     *
     * @throws IllegalStateException if the layer has not been initialised
     */
    public NDArray array() {
        if (array == null) {
            throw new IllegalStateException("a parameter was used before it was initialised");
        }
        return array;
    }

    /** Gives it storage, or other storage; for the host and for tests. */
    public void bind(NDArray values) {
        requireNonNull(values, "values is null");
        if (!values.getShape().equals(shape)) {
            throw new IllegalArgumentException(
                    "a parameter of shape %s cannot hold %s".formatted(shape, values.getShape()));
        }
        array = values;
    }
}
