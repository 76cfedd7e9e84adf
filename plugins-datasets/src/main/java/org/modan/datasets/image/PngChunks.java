/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Walks the chunks of a PNG file and checks what the JDK's reader does not: that none is cut short,
 * and the checksums of those that carry pixels. A flipped bit in a scan is a wrong image, not a
 * slightly worse one.
 */
final class PngChunks {

    private static final int SIGNATURE = 8;
    private static final int LENGTH_TYPE_AND_CHECKSUM = 12;

    private PngChunks() {}

    /**
     * @param file the bytes of a file that starts with PNG's signature
     * @throws IOException if it ends early or was damaged
     */
    static void check(byte[] file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(file).position(SIGNATURE);
        String type = "";
        while (!type.equals("IEND")) {
            if (bytes.remaining() < LENGTH_TYPE_AND_CHECKSUM) {
                throw truncated(file.length);
            }
            int start = bytes.position();
            long length = Integer.toUnsignedLong(bytes.getInt());
            type = new String(file, start + 4, 4, StandardCharsets.US_ASCII);
            if (length > bytes.remaining() - 8) {
                throw truncated(file.length);
            }
            int end = start + 8 + (int) length;
            if (Character.isUpperCase(type.charAt(0))) {
                checkSum(file, start + 4, end, bytes.getInt(end), type);
            }
            if (type.equals("IHDR")) {
                checkSize(bytes.getInt(start + 8), bytes.getInt(start + 12));
            }
            bytes.position(end + 4);
        }
    }

    private static void checkSum(byte[] file, int from, int to, int expected, String type)
            throws IOException {
        CRC32 sum = new CRC32();
        sum.update(file, from, to - from);
        if ((int) sum.getValue() != expected) {
            throw new IOException(
                    "damaged: the checksum of its %s data does not match; copy the file again"
                            .formatted(type));
        }
    }

    private static void checkSize(int width, int height) throws IOException {
        if (width < 1 || height < 1) {
            throw new IOException("has no pixels: %d x %d".formatted(width, height));
        }
    }

    private static IOException truncated(int length) {
        return new IOException(
                "truncated: the PNG data goes on after the file's %d bytes; copy the file again"
                        .formatted(length));
    }
}
