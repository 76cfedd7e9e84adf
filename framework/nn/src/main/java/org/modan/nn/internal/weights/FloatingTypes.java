/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import ai.djl.ndarray.types.DataType;
import java.nio.ByteBuffer;

/** Reads the floating types weight files come in. */
final class FloatingTypes {

    private FloatingTypes() {}

    static boolean isFloating(DataType type) {
        return switch (type) {
            case FLOAT64, FLOAT32, FLOAT16, BFLOAT16 -> true;
            default -> false;
        };
    }

    static float[] toFloats(DataType type, ByteBuffer bytes) {
        float[] floats = new float[bytes.remaining() / type.getNumOfBytes()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) next(type, bytes);
        }
        return floats;
    }

    static boolean areFinite(DataType type, ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            if (!Double.isFinite(next(type, bytes))) {
                return false;
            }
        }
        return true;
    }

    private static double next(DataType type, ByteBuffer bytes) {
        return switch (type) {
            case FLOAT64 -> bytes.getDouble();
            case FLOAT32 -> bytes.getFloat();
            case FLOAT16 -> half(bytes.getShort());
            case BFLOAT16 -> Float.intBitsToFloat(bytes.getShort() << 16);
            default -> throw new IllegalStateException(type + " is not a floating type");
        };
    }

    /** IEEE 754 binary16: 1 bit of sign, 5 of exponent (bias 15), 10 of fraction. */
    private static float half(short bits) {
        int exponent = bits >> 10 & 0x1F;
        int fraction = bits & 0x3FF;
        float magnitude;
        if (exponent == 0) {
            magnitude = fraction * 0x1p-24f;
        } else if (exponent == 0x1F) {
            magnitude = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
        } else {
            magnitude = Math.scalb(1 + fraction * 0x1p-10f, exponent - 15);
        }
        return bits < 0 ? -magnitude : magnitude;
    }
}
