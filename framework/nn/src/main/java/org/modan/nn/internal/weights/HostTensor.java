/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.modan.nn.layer.Host;

/** An array's values on the host: row-major, little-endian, unchangeable. */
public final class HostTensor {

    private final Shape shape;
    private final DataType type;
    private final byte[] bytes;

    /**
     * @param bytes not copied
     */
    HostTensor(Shape shape, DataType type, byte[] bytes) {
        this.shape = requireNonNull(shape, "shape is null");
        this.type = requireNonNull(type, "type is null");
        this.bytes = requireNonNull(bytes, "bytes is null");
        if (bytes.length != shape.size() * type.getNumOfBytes()) {
            throw new IllegalArgumentException(
                    "%d bytes are not %s of %s".formatted(bytes.length, shape, type));
        }
    }

    /** A copy of an array's values. */
    public static HostTensor of(NDArray array) {
        // The engine's natives exist for little-endian machines only.
        ByteBuffer values = Host.bytes(array);
        byte[] bytes = new byte[values.remaining()];
        values.get(bytes);
        return new HostTensor(array.getShape(), array.getDataType(), bytes);
    }

    /** A float32 tensor. */
    public static HostTensor of(Shape shape, float... values) {
        ByteBuffer bytes = littleEndian(new byte[values.length * Float.BYTES]);
        bytes.asFloatBuffer().put(values);
        return new HostTensor(shape, DataType.FLOAT32, bytes.array());
    }

    /** An int64 tensor. */
    public static HostTensor of(Shape shape, long... values) {
        ByteBuffer bytes = littleEndian(new byte[values.length * Long.BYTES]);
        bytes.asLongBuffer().put(values);
        return new HostTensor(shape, DataType.INT64, bytes.array());
    }

    public Shape shape() {
        return shape;
    }

    public DataType type() {
        return type;
    }

    /** The values' bytes, read-only. */
    public ByteBuffer bytes() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The values as float32.
     *
     * @throws IllegalStateException if they are not of a floating type
     */
    public float[] toFloats() {
        return FloatingTypes.toFloats(type, bytes());
    }

    /** Whether no value is infinite or not a number; integers never are. */
    boolean isFinite() {
        return !FloatingTypes.isFloating(type) || FloatingTypes.areFinite(type, bytes());
    }

    /** The same as float32, or itself if it has that type already. */
    HostTensor asFloat32() {
        return type == DataType.FLOAT32 ? this : of(shape, toFloats());
    }

    /** A new array with these values. */
    public NDArray toArray(NDManager manager) {
        try (NDArray borrowed = manager.create(bytes(), shape, type)) {
            return borrowed.duplicate();
        }
    }

    @Override
    public String toString() {
        return type + " " + shape;
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
