/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.npy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of numbers that images are stored as. */
public enum NpyType {
    UINT8("u1", 1) {
        @Override
        double read(ByteBuffer values, int at) {
            return values.get(at) & 0xff;
        }
    },
    INT16("i2", 2) {
        @Override
        double read(ByteBuffer values, int at) {
            return values.getShort(at);
        }
    },
    UINT16("u2", 2) {
        @Override
        double read(ByteBuffer values, int at) {
            return values.getShort(at) & 0xffff;
        }
    },
    FLOAT32("f4", 4) {
        @Override
        double read(ByteBuffer values, int at) {
            return values.getFloat(at);
        }
    },
    FLOAT64("f8", 8) {
        @Override
        double read(ByteBuffer values, int at) {
            return values.getDouble(at);
        }
    };

    private final String code;
    private final int bytes;

    NpyType(String code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    /** The type of numpy's code without its byte order, such as {@code f4}. */
    static Optional<NpyType> of(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }

    /** All names, for messages. */
    static String names() {
        return Arrays.stream(values()).map(NpyType::numpyName).collect(Collectors.joining(", "));
    }

    /** As numpy calls it: {@code uint8}. */
    public String numpyName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Bytes of one value. */
    public int bytes() {
        return bytes;
    }

    /**
     * One value.
     *
     * @param values in the byte order of the file
     * @param at offset in bytes
     */
    abstract double read(ByteBuffer values, int at);
}
