/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.layer;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.nio.ByteBuffer;

/**
 * Reads values into Java's memory, leaving nothing behind: to be used instead of DJL's {@code
 * toFloatArray}, {@code getFloat} and their like.
 *
 * <p>Those read an array of another device through a copy, attached to a manager made for it, which
 * both stay until the array's own manager is closed: a copy of the encoder with every checkpoint.
 * An array that does not lie row-major leaves such a copy on the CPU as well.
 *
 * @since 1.0
 */
public final class Host {

    private Host() {}

    /** An array's bytes, row-major, in the machine's order. */
    public static ByteBuffer bytes(NDArray array) {
        if (array.getDevice().equals(Device.cpu())) {
            return array.toByteBuffer();
        }
        NDArray copy = array.toDevice(Device.cpu(), false);
        NDManager holder = copy.getManager();
        try {
            return copy.toByteBuffer();
        } finally {
            copy.close();
            if (holder != array.getManager()) {
                holder.close();
            }
        }
    }

    /**
     * The values of a float32 array, row-major.
     *
     * @throws IllegalArgumentException if it is of another type
     */
    public static float[] floats(NDArray array) {
        requireType(array, DataType.FLOAT32);
        float[] values = new float[Math.toIntExact(array.size())];
        bytes(array).asFloatBuffer().get(values);
        return values;
    }

    /**
     * The value of a float32 or float64 array of one.
     *
     * @throws IllegalArgumentException if it is of another type or size
     */
    public static double number(NDArray scalar) {
        requireOne(scalar);
        if (scalar.getDataType() == DataType.FLOAT64) {
            return bytes(scalar).getDouble();
        }
        requireType(scalar, DataType.FLOAT32);
        return bytes(scalar).getFloat();
    }

    /**
     * The value of an int64 array of one.
     *
     * @throws IllegalArgumentException if it is of another type or size
     */
    public static long integer(NDArray scalar) {
        requireType(scalar, DataType.INT64);
        requireOne(scalar);
        return bytes(scalar).getLong();
    }

    private static void requireType(NDArray array, DataType type) {
        if (array.getDataType() != type) {
            throw new IllegalArgumentException(
                    "read as %s, but it is %s".formatted(type, array.getDataType()));
        }
    }

    private static void requireOne(NDArray array) {
        if (array.size() != 1) {
            throw new IllegalArgumentException(
                    "read as one value, but it has the shape " + array.getShape());
        }
    }
}
