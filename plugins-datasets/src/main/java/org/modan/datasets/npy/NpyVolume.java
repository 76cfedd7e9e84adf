/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.npy;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A {@code .npy} file of shape (slices, height, width). Opening reads the header alone; a slice is
 * taken from a memory map of its own part of the file, so that the others are never read from disk
 * (in Fortran order, where a slice is strewn over all of the file, all of it is mapped).
 *
 * <p>Holds no open file, so one may serve many threads and needs no closing.
 */
public final class NpyVolume {

    /** Beyond this a header is more likely damaged than true. */
    private static final long MAX_SLICE_VALUES = 1L << 26;

    private static final int CHUNK_BYTES = 1 << 24;

    private final Path file;
    private final NpyHeader header;
    private final int slices;
    private final int height;
    private final int width;

    private NpyVolume(Path file, NpyHeader header) {
        this.file = requireNonNull(file, "file is null");
        this.header = requireNonNull(header, "header is null");
        slices = header.shape().get(0).intValue();
        height = header.shape().get(1).intValue();
        width = header.shape().get(2).intValue();
    }

    /**
     * @throws IOException if the file cannot be read or is no whole volume; the message says why in
     *     words that complete "FILE: ..."
     */
    public static NpyVolume open(Path file) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IOException("cannot be read: there is no such file, or no permission");
        }
        try (FileChannel channel = FileChannel.open(file)) {
            NpyHeader header = HeaderReader.read(channel);
            checkShape(header);
            checkLength(header, channel.size());
            return new NpyVolume(file, header);
        }
    }

    public NpyHeader header() {
        return header;
    }

    public int slices() {
        return slices;
    }

    public int height() {
        return height;
    }

    public int width() {
        return width;
    }

    /**
     * The values of one slice, row by row from the top.
     *
     * @param index from 0
     */
    public double[] slice(int index) throws IOException {
        if (index < 0 || index >= slices) {
            throw new IOException("has no slice %d: there are %d, from 0".formatted(index, slices));
        }
        try {
            return header.fortranOrder() ? strewn(index) : contiguous(index);
        } catch (InternalError e) {
            throw unmapped(e);
        }
    }

    /**
     * The least and the greatest of all values, each read once.
     *
     * @throws IOException also if a value is not a finite number: there is no grey for it
     */
    public NpyRange range() throws IOException {
        try {
            return findRange();
        } catch (InternalError e) {
            throw unmapped(e);
        }
    }

    private NpyRange findRange() throws IOException {
        long end = header.fileLength();
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (long from = header.dataOffset(); from < end; from += CHUNK_BYTES) {
            ByteBuffer values = map(from, Math.min(CHUNK_BYTES, end - from));
            for (int at = 0; at < values.limit(); at += header.type().bytes()) {
                double value = header.type().read(values, at);
                if (!Double.isFinite(value)) {
                    throw new IOException(
                            "has values that are not finite numbers, such as %s".formatted(value));
                }
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
            }
        }
        return new NpyRange(least, greatest);
    }

    private double[] contiguous(int index) throws IOException {
        int count = height * width;
        long bytes = (long) count * header.type().bytes();
        ByteBuffer values = map(header.dataOffset() + index * bytes, bytes);
        double[] slice = new double[count];
        for (int i = 0; i < count; i++) {
            slice[i] = header.type().read(values, i * header.type().bytes());
        }
        return slice;
    }

    /** In Fortran order (s, y, x) lies at {@code s + slices * (y + height * x)}. */
    private double[] strewn(int index) throws IOException {
        double[] slice = new double[height * width];
        long columnBytes = (long) slices * height * header.type().bytes();
        int stride = slices * header.type().bytes();
        ByteBuffer values = map(header.dataOffset(), columnBytes * width);
        for (int x = 0; x < width; x++) {
            int column = (int) (x * columnBytes) + index * header.type().bytes();
            for (int y = 0; y < height; y++) {
                slice[y * width + x] = header.type().read(values, column + y * stride);
            }
        }
        return slice;
    }

    private ByteBuffer map(long from, long bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            checkLength(header, channel.size());
            return channel.map(FileChannel.MapMode.READ_ONLY, from, bytes)
                    .order(header.byteOrder());
        }
    }

    /** How the JVM tells that a mapped page is not to be had any more. */
    private static IOException unmapped(InternalError e) {
        return new IOException("cannot be read: the disk failed, or the file became shorter", e);
    }

    private static void checkShape(NpyHeader header) throws IOException {
        if (header.shape().size() != 3) {
            throw new IOException(
                    "of shape %s, not a volume of (slices, height, width)"
                            .formatted(header.shapeText()));
        }
        long fileLength = header.fileLength();
        if (header.shape().contains(0L)) {
            throw new IOException("has no pixels: its shape is " + header.shapeText());
        }
        long slices = header.shape().get(0);
        long pixels = header.shape().get(1) * header.shape().get(2);
        if (slices > Integer.MAX_VALUE || pixels > MAX_SLICE_VALUES) {
            throw new IOException(
                    "too large: its shape is %s, and at most %d million pixels a slice are read"
                            .formatted(header.shapeText(), MAX_SLICE_VALUES / 1_000_000));
        }
        if (header.fortranOrder() && fileLength > Integer.MAX_VALUE) {
            throw new IOException(
                    "too large for Fortran order: %d bytes, at most 2 GiB are read; save it in C order"
                            .formatted(fileLength));
        }
    }

    private static void checkLength(NpyHeader header, long actual) throws IOException {
        long told = header.fileLength();
        if (told > actual) {
            throw new IOException(
                    "truncated: a %s array of shape %s takes %d bytes, the file has %d; copy the file again"
                            .formatted(
                                    header.type().numpyName(), header.shapeText(), told, actual));
        }
        if (told < actual) {
            throw new IOException(
                    "damaged: a %s array of shape %s takes %d bytes, the file has %d"
                            .formatted(
                                    header.type().numpyName(), header.shapeText(), told, actual));
        }
    }
}
