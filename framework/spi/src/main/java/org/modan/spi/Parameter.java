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
    private final Role role;
    private final Function<RandomGenerator, float[]> start;
    private MemoryLayout layout = MemoryLayout.CHANNELS_FIRST;
    private NDArray array;

    private enum Role {
        WEIGHT,
        NORMALISATION,
        BUFFER
    }

    private Parameter(
            Shape shape, DataType type, Role role, Function<RandomGenerator, float[]> start) {
        this.shape = requireNonNull(shape, "shape is null");
        this.type = requireNonNull(type, "type is null");
        this.role = role;
        this.start = requireNonNull(start, "start is null");
    }

    /**
     * A trained float32 array.
     *
     * @param start draws the {@code shape.size()} first values, row-major
     */
    public static Parameter weight(Shape shape, Function<RandomGenerator, float[]> start) {
        return new Parameter(shape, DataType.FLOAT32, Role.WEIGHT, start);
    }

    /**
     * A trained float32 array that scales or shifts what a batch normalisation gives; an experiment
     * can exempt these from weight decay.
     *
     * @param start draws the {@code shape.size()} first values, row-major
     */
    public static Parameter normalisation(Shape shape, Function<RandomGenerator, float[]> start) {
        return new Parameter(shape, DataType.FLOAT32, Role.NORMALISATION, start);
    }

    /** A float32 array that belongs to the layer's state but is not trained. */
    public static Parameter buffer(Shape shape, Function<RandomGenerator, float[]> start) {
        return new Parameter(shape, DataType.FLOAT32, Role.BUFFER, start);
    }

    /** An int64 scalar counter that starts at zero, such as PyTorch's num_batches_tracked. */
    public static Parameter counter() {
        return new Parameter(new Shape(), DataType.INT64, Role.BUFFER, random -> new float[1]);
    }

    public Shape shape() {
        return shape;
    }

    public DataType type() {
        return type;
    }

    /** Whether an optimiser may change it. */
    public boolean trainable() {
        return role != Role.BUFFER;
    }

    /** Whether it is trained and belongs to a batch normalisation. */
    public boolean isNormalisation() {
        return role == Role.NORMALISATION;
    }

    /** The order its storage has or will have; only of four axes there are two. */
    public MemoryLayout layout() {
        return layout;
    }

    /**
     * Chooses the order of the storage it will be given; for the host.
     *
     * @throws IllegalStateException if it already has storage
     */
    public void layOut(MemoryLayout order) {
        requireNonNull(order, "order is null");
        if (isAllocated()) {
            throw new IllegalStateException("a parameter's layout was chosen after its storage");
        }
        layout = order;
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

    /** Gives it storage, or other storage, such as a view; for the host and for tests. */
    public void bind(NDArray values) {
        requireNonNull(values, "values is null");
        if (!values.getShape().equals(shape)) {
            throw new IllegalArgumentException(
                    "a parameter of shape %s cannot hold %s".formatted(shape, values.getShape()));
        }
        array = values;
    }
}
