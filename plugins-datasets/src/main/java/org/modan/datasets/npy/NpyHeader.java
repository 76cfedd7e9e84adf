/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.npy;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a {@code .npy} file says of its values.
 *
 * @param type of the values
 * @param byteOrder of the values
 * @param fortranOrder whether the first index runs fastest rather than the last
 * @param shape the length of each axis; empty for a single number
 * @param dataOffset bytes before the first value
 */
public record NpyHeader(
        NpyType type,
        ByteOrder byteOrder,
        boolean fortranOrder,
        List<Long> shape,
        long dataOffset) {

    public NpyHeader {
        requireNonNull(type, "type is null");
        requireNonNull(byteOrder, "byteOrder is null");
        shape = List.copyOf(shape);
    }

    /** The shape as numpy prints it: {@code (24, 256, 256)}. */
    public String shapeText() {
        return shape.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }

    /**
     * How long the whole file is if the header is true.
     *
     * @throws IOException if no file can be that long
     */
    long fileLength() throws IOException {
        try {
            long bytes = type.bytes();
            for (long length : shape) {
                bytes = Math.multiplyExact(bytes, length);
            }
            return Math.addExact(dataOffset, bytes);
        } catch (ArithmeticException e) {
            throw new IOException(
                    "damaged: its header tells of %s values, more than any file holds"
                            .formatted(shapeText()),
                    e);
        }
    }
}
