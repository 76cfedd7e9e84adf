/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.modan.runtime.cache.DamagedFileException;

/**
 * The beginning of a file of decoded images: magic, version, images, size, channels (five
 * big-endian ints), CRC-32 of the pixels (a long). The pixels follow image by image, planar.
 *
 * @param images how many there are
 * @param checksum of all pixels
 */
record PixelHeader(int images, ImageFormat format, long checksum) {

    static final int BYTES = 5 * Integer.BYTES + Long.BYTES;

    /** Changes whenever decoding or resizing would give other pixels, or this header others. */
    static final int VERSION = 1;

    private static final int MAGIC = 0x4d4f4431; // "MOD1"

    /** The header of a file that is as long as it should be. */
    static PixelHeader read(FileChannel channel) throws IOException {
        PixelHeader header = parse(channel);
        if (channel.size() != header.fileBytes()) {
            throw new DamagedFileException(
                    "it has %d bytes instead of %d".formatted(channel.size(), header.fileBytes()));
        }
        return header;
    }

    private static PixelHeader parse(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        int read = 0;
        while (bytes.hasRemaining() && read >= 0) {
            read = channel.read(bytes, bytes.position());
        }
        if (bytes.hasRemaining()) {
            throw new DamagedFileException("it ends after %d bytes".formatted(bytes.position()));
        }
        bytes.flip();
        if (bytes.getInt() != MAGIC) {
            throw new DamagedFileException("it does not begin as such a file does");
        }
        int version = bytes.getInt();
        if (version != VERSION) {
            throw new DamagedFileException(
                    "it is of version %d, and this Modan reads version %d"
                            .formatted(version, VERSION));
        }
        int images = bytes.getInt();
        int size = bytes.getInt();
        int channels = bytes.getInt();
        if (images < 1 || size < 1 || channels < 1) {
            throw new DamagedFileException("it claims to hold " + describe(images, size, channels));
        }
        return new PixelHeader(images, new ImageFormat(size, channels), bytes.getLong());
    }

    ByteBuffer toBytes() {
        return ByteBuffer.allocate(BYTES)
                .putInt(MAGIC)
                .putInt(VERSION)
                .putInt(images)
                .putInt(format.size())
                .putInt(format.channels())
                .putLong(checksum)
                .flip();
    }

    long fileBytes() {
        return fileBytes(images, format);
    }

    static long fileBytes(int images, ImageFormat format) {
        // Of a damaged header the product may be beyond all numbers.
        long perImage = (long) format.size() * format.size();
        return saturated(saturated(perImage, format.channels()), images) + BYTES;
    }

    /** {@code 780 images of 64 x 64 x 1}. */
    String describe() {
        return describe(images, format.size(), format.channels());
    }

    private static String describe(int images, int size, int channels) {
        return "%d image%s of %d x %d x %d"
                .formatted(images, images == 1 ? "" : "s", size, size, channels);
    }

    private static long saturated(long a, long b) {
        return a > (Long.MAX_VALUE - BYTES) / b ? Long.MAX_VALUE - BYTES : a * b;
    }
}
