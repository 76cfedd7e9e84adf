/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.npy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes {@code .npy} files as numpy does, or with a header that is not true. */
public final class NpyBytes {

    private NpyBytes() {}

    /** A uint8 volume in C order, version 1.0; makes folders as needed. */
    public static void write(Path file, int slices, int height, int width, byte[] values) {
        String header = header("|u1", false, "(%d, %d, %d)".formatted(slices, height, width));
        write(file, file(1, header, values));
    }

    public static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String header(String descr, boolean fortran, String shape) {
        return "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }"
                .formatted(descr, fortran ? "True" : "False", shape);
    }

    /** The header padded with spaces, so that the values start at a multiple of 64. */
    public static byte[] file(int version, String header, byte[] values) {
        int prefix = version == 1 ? 10 : 12;
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        int padded = (prefix + text.length + 1 + 63) / 64 * 64 - prefix;
        ByteBuffer start =
                ByteBuffer.allocate(prefix + padded)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
        if (version == 1) {
            start.putShort((short) padded);
        } else {
            start.putInt(padded);
        }
        start.put(text);
        while (start.remaining() > 1) {
            start.put((byte) ' ');
        }
        start.put((byte) '\n');
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(start.array());
        bytes.writeBytes(values);
        return bytes.toByteArray();
    }
}
