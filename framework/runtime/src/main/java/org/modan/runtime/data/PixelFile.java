/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.modan.runtime.cache.DamagedFileException;

/** A file of decoded images, to be read. */
final class PixelFile {

    private static final int BLOCK_BYTES = 1 << 20;

    private final Path path;

    PixelFile(Path path) {
        this.path = requireNonNull(path, "path is null");
    }

    /** What it holds, by its header and its length. */
    String describe() throws IOException {
        try (FileChannel channel = open()) {
            return PixelHeader.read(channel).describe();
        }
    }

    /**
     * @throws DamagedFileException if it is not whole
     */
    void verify() throws IOException {
        try (FileChannel channel = open()) {
            verify(channel, PixelHeader.read(channel));
        }
    }

    /**
     * The pixels, in segments of whole images.
     *
     * @throws DamagedFileException if it is not whole, or holds other images than these
     */
    List<ByteBuffer> map(int images, ImageFormat format) throws IOException {
        try (FileChannel channel = open()) {
            PixelHeader header = PixelHeader.read(channel);
            if (header.images() != images || !header.format().equals(format)) {
                throw new DamagedFileException("it holds " + header.describe());
            }
            // By reading, not by way of the mapping: where a file that is mapped cannot be
            // replaced, a damaged one must not be.
            verify(channel, header);
            return segments(channel, header);
        }
    }

    private FileChannel open() throws IOException {
        return FileChannel.open(path, StandardOpenOption.READ);
    }

    private static void verify(FileChannel channel, PixelHeader header) throws IOException {
        CRC32 checksum = new CRC32();
        ByteBuffer block = ByteBuffer.allocateDirect(BLOCK_BYTES);
        channel.position(PixelHeader.BYTES);
        while (channel.read(block) >= 0) {
            checksum.update(block.flip());
            block.clear();
        }
        if (checksum.getValue() != header.checksum()) {
            throw new DamagedFileException(
                    "its pixels do not have the checksum they were kept with");
        }
    }

    private static List<ByteBuffer> segments(FileChannel channel, PixelHeader header)
            throws IOException {
        long end = header.fileBytes();
        long segmentBytes = (long) header.format().imagesPerSegment() * header.format().bytes();
        List<ByteBuffer> segments = new ArrayList<>();
        for (long start = PixelHeader.BYTES; start < end; start += segmentBytes) {
            segments.add(
                    channel.map(MapMode.READ_ONLY, start, Math.min(segmentBytes, end - start)));
        }
        return segments;
    }
}
