/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.modan.nn.image.Images;
import org.modan.runtime.text.Reasons;
import org.modan.spi.Digests;
import org.modan.spi.ErrorCode;
import org.modan.spi.Image;
import org.modan.spi.ImageSet;
import org.modan.spi.ModanException;
import org.modan.spi.Sample;

/**
 * Decodes each image once and keeps it as unsigned bytes in a memory-mapped file, named by the
 * contents of the images and the form they are brought into. Two processes may build the same file
 * at once: each writes its own and the last rename wins.
 *
 * <p>File: magic, version, images, size, channels (five big-endian ints), CRC-32 of the pixels (a
 * long), then the pixels image by image, planar.
 */
public final class ImageCache {

    private static final Pattern UNFINISHED = Pattern.compile(".*\\.(\\d{1,18})\\.tmp");
    private static final int MAGIC = 0x4d4f4431; // "MOD1"
    private static final int HEADER_BYTES = 5 * Integer.BYTES + Long.BYTES;

    /** Changes whenever decoding or resizing would give other pixels. */
    private static final int VERSION = 1;

    private final Path folder;
    private final Consumer<String> warnings;

    /**
     * @param folder created when first needed
     * @param warnings hears of a damaged file that had to be built again
     */
    public ImageCache(Path folder, Consumer<String> warnings) {
        this.folder = requireNonNull(folder, "folder is null");
        this.warnings = requireNonNull(warnings, "warnings is null");
    }

    /**
     * The images of a dataset, from the cache or decoded now.
     *
     * @param progress hears how many images have been decoded; not called when they were there
     * @throws ModanException if images cannot be decoded, naming the first few
     */
    public ImageSet images(OpenDataset dataset, ImageFormat format, IntConsumer progress) {
        Path file = file(dataset, format);
        try {
            if (Files.exists(file)) {
                List<ByteBuffer> segments = map(file, dataset.samples().size(), format);
                if (!segments.isEmpty()) {
                    return new CachedImages(dataset.samples(), format, segments);
                }
                warnings.accept("the image cache %s is damaged and is built again".formatted(file));
            }
            Files.createDirectories(folder);
            build(dataset, format, file, progress);
            return new CachedImages(
                    dataset.samples(), format, map(file, dataset.samples().size(), format));
        } catch (IOException e) {
            throw new ModanException(
                    ErrorCode.OUTPUT,
                    "the image cache %s cannot be used: %s; set MODAN_CACHE to a folder with room"
                            .formatted(file, Reasons.of(e)),
                    e);
        }
    }

    private Path file(OpenDataset dataset, ImageFormat format) {
        String key =
                Digests.ofText(
                        "%s %d %d %d"
                                .formatted(
                                        dataset.digest().images(),
                                        format.size(),
                                        format.channels(),
                                        VERSION));
        return folder.resolve(key + ".u8");
    }

    private void build(OpenDataset dataset, ImageFormat format, Path file, IntConsumer progress)
            throws IOException {
        // Not a temporary file of the platform's: those only their owner may read.
        removeLeftovers();
        Path temporary =
                file.resolveSibling(
                        "%s.%d.tmp".formatted(file.getFileName(), ProcessHandle.current().pid()));
        try {
            write(dataset, format, temporary, progress);
            Files.move(
                    temporary,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** What processes that were killed in the middle have left. */
    private void removeLeftovers() throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.toList();
        }
        for (Path file : files) {
            Matcher name = UNFINISHED.matcher(file.getFileName().toString());
            if (name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void write(OpenDataset dataset, ImageFormat format, Path file, IntConsumer progress)
            throws IOException {
        List<Sample> samples = dataset.samples();
        String[] problems = new String[samples.size()];
        int chunk = 256;
        CRC32 checksum = new CRC32();
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            channel.position(HEADER_BYTES);
            for (int start = 0; start < samples.size(); start += chunk) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException("interrupted while decoding");
                }
                int from = start;
                int to = Math.min(start + chunk, samples.size());
                ByteBuffer pixels = ByteBuffer.allocate((to - from) * format.bytes());
                IntStream.range(from, to)
                        .parallel()
                        .forEach(
                                i ->
                                        decode(
                                                dataset,
                                                i,
                                                format,
                                                pixels.array(),
                                                (i - from) * format.bytes(),
                                                problems));
                checksum.update(pixels.array());
                while (pixels.hasRemaining()) {
                    channel.write(pixels);
                }
                progress.accept(to);
            }
            DatasetOpener.failOn(dataset.name(), problems);
            ByteBuffer header =
                    ByteBuffer.allocate(HEADER_BYTES)
                            .putInt(MAGIC)
                            .putInt(VERSION)
                            .putInt(samples.size())
                            .putInt(format.size())
                            .putInt(format.channels())
                            .putLong(checksum.getValue())
                            .flip();
            channel.write(header, 0);
            channel.force(true);
        }
    }

    private static void decode(
            OpenDataset dataset,
            int index,
            ImageFormat format,
            byte[] destination,
            int offset,
            String[] problems) {
        Sample sample = dataset.samples().get(index);
        try {
            Image image = dataset.read(sample);
            byte[] pixels = Images.toSquare(image, format.size(), format.channels());
            System.arraycopy(pixels, 0, destination, offset, pixels.length);
        } catch (IOException | RuntimeException e) {
            problems[index] = sample.id() + ": " + DatasetOpener.reason(e);
        }
    }

    /** The pixels of a whole and undamaged file; empty for any other. */
    private static List<ByteBuffer> map(Path file, int images, ImageFormat format)
            throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long pixels = (long) images * format.bytes();
            // Checked by reading: where a mapped file cannot be replaced, a damaged one must not
            // be.
            if (channel.size() != HEADER_BYTES + pixels || !isWhole(channel, images, format)) {
                return List.of();
            }
            List<ByteBuffer> segments = new ArrayList<>();
            long segmentBytes = (long) format.imagesPerSegment() * format.bytes();
            for (long start = 0; start < pixels; start += segmentBytes) {
                segments.add(
                        channel.map(
                                MapMode.READ_ONLY,
                                HEADER_BYTES + start,
                                Math.min(segmentBytes, pixels - start)));
            }
            return segments;
        }
    }

    private static boolean isWhole(FileChannel channel, int images, ImageFormat format)
            throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
        while (header.hasRemaining() && channel.read(header) >= 0) {
            continue;
        }
        header.flip();
        boolean ours =
                header.getInt() == MAGIC
                        && header.getInt() == VERSION
                        && header.getInt() == images
                        && header.getInt() == format.size()
                        && header.getInt() == format.channels();
        long expected = header.getLong();
        CRC32 checksum = new CRC32();
        ByteBuffer block = ByteBuffer.allocateDirect(1 << 20);
        while (channel.read(block) >= 0) {
            checksum.update(block.flip());
            block.clear();
        }
        return ours && checksum.getValue() == expected;
    }
}
