/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.npy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Reads the header of a {@code .npy} file of versions 1.0, 2.0 and 3.0: a magic string, the
 * version, the length of a text, and the text, which is the source of a Python dictionary (numpy,
 * "NEP 1: A Simple File Format for NumPy Arrays"). No more of the file is read.
 */
final class HeaderReader {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    /** As numpy's own limit: a header of numbers takes about a hundred. */
    private static final int MAX_TEXT = 10_000;

    private static final int PREFIX_OF_1 = 10;
    private static final int PREFIX_OF_2 = 12;

    private HeaderReader() {}

    static NpyHeader read(SeekableByteChannel file) throws IOException {
        if (file.size() == 0) {
            throw new IOException("empty: the file has 0 bytes; copy it again");
        }
        ByteBuffer start = bytes(file, 0, (int) Math.min(PREFIX_OF_2, file.size()));
        checkMagic(start);
        if (start.limit() < PREFIX_OF_2) {
            throw truncated(file);
        }
        int version = start.get(MAGIC.length);
        int prefix = version == 1 ? PREFIX_OF_1 : PREFIX_OF_2;
        long length = version == 1 ? start.getShort(8) & 0xffff : start.getInt(8) & 0xffffffffL;
        if (version < 1 || version > 3) {
            throw new IOException(
                    "of .npy version %d.%d, and 1.0, 2.0 and 3.0 are read"
                            .formatted(version & 0xff, start.get(MAGIC.length + 1) & 0xff));
        }
        if (length > MAX_TEXT) {
            throw new IOException(
                    "damaged: its header has %d bytes, and at most %d are read"
                            .formatted(length, MAX_TEXT));
        }
        if (prefix + length > file.size()) {
            throw truncated(file);
        }
        Charset charset = version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        String text = charset.decode(bytes(file, prefix, (int) length)).toString();
        return new HeaderText(text).header(prefix + length);
    }

    private static ByteBuffer bytes(SeekableByteChannel file, long from, int count)
            throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        file.position(from);
        while (bytes.hasRemaining()) {
            if (file.read(bytes) < 0) {
                throw truncated(file);
            }
        }
        return bytes.flip();
    }

    private static void checkMagic(ByteBuffer start) throws IOException {
        int same = start.slice().mismatch(ByteBuffer.wrap(MAGIC));
        if (same < 0 || same >= MAGIC.length || same == start.limit()) {
            return;
        }
        byte first = start.get(0);
        String looks =
                switch (first) {
                    case 'P' -> "; it looks like a zip archive (.npz): unpack it";
                    case (byte) 0x80 -> "; it looks like a pickle, which could run code";
                    case 0x1f -> "; it looks like a gzip archive: unpack it";
                    default -> "";
                };
        throw new IOException("not a .npy file" + looks);
    }

    private static IOException truncated(SeekableByteChannel file) throws IOException {
        return new IOException(
                "truncated: the header goes on after the file's %d bytes; copy the file again"
                        .formatted(file.size()));
    }
}
