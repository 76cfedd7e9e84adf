/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.modan.nn.internal.weights.SafetensorsHeader.Entry;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/**
 * Reads and writes safetensors files, which PyTorch, timm and torchvision load: eight bytes of
 * header length, a JSON header of names, types, shapes and places, then the values. A file is data
 * only; reading one runs nothing.
 *
 * <p>The same weights and metadata give the same bytes. See <a
 * href="https://huggingface.co/docs/safetensors">the format</a>.
 */
public final class Safetensors {

    /** The format's own bound; no header of weights comes near it. */
    private static final long LONGEST_HEADER = 100_000_000;

    private Safetensors() {}

    /**
     * Writes a file, replacing an old one in one go and only when the new one is safely on disk.
     *
     * @param metadata free text by key
     * @throws ModanException if the file cannot be written, with the room it needs and finds; an
     *     old one is left as it was
     */
    public static void write(Path file, Weights weights, Map<String, String> metadata) {
        List<ByteBuffer> parts = parts(weights, metadata);
        long length = parts.stream().mapToLong(ByteBuffer::remaining).sum();
        try {
            new AtomicFile(file).write(parts);
        } catch (IOException e) {
            throw new ModanException(ErrorCode.OUTPUT, WriteFailure.describe(file, length, e), e);
        }
    }

    /**
     * Reads a file.
     *
     * @throws ModanException if it is missing, cannot be read, is damaged, or no safetensors file
     */
    public static WeightFile read(Path file) {
        try {
            return parse(file);
        } catch (NoSuchFileException e) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION, "no weights at %s; check the path".formatted(file), e);
        } catch (MalformedFileException e) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION,
                    "%s is damaged or no safetensors file: %s; fetch or export it again"
                            .formatted(file, e.getMessage()),
                    e);
        } catch (IOException e) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION,
                    "cannot read %s: %s; check that it is a file, and its permissions"
                            .formatted(file, WriteFailure.reason(e)),
                    e);
        }
    }

    /**
     * Reads a file, for those to whom a file that is damaged is another matter than one that cannot
     * be read now.
     *
     * @throws MalformedFileException if it is damaged, or no safetensors file
     * @throws IOException if it cannot be opened or read
     */
    public static WeightFile parse(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return read(channel);
        } catch (MalformedFileException | EOFException | IllegalStateException e) {
            throw new MalformedFileException(PlainReason.of(e), e);
        }
    }

    private static List<ByteBuffer> parts(Weights weights, Map<String, String> metadata) {
        // Wide types first, so that every tensor begins at a multiple of its element's size.
        List<Map.Entry<String, HostTensor>> placed = new ArrayList<>(weights.tensors().entrySet());
        placed.sort(Comparator.comparingInt(tensor -> -tensor.getValue().type().getNumOfBytes()));
        Map<String, Entry> places = new HashMap<>();
        List<ByteBuffer> data = new ArrayList<>();
        long begin = 0;
        for (Map.Entry<String, HostTensor> named : placed) {
            HostTensor tensor = named.getValue();
            ByteBuffer bytes = tensor.bytes();
            long end = begin + bytes.remaining();
            places.put(
                    named.getKey(),
                    new Entry(named.getKey(), tensor.type(), tensor.shape(), begin, end));
            data.add(bytes);
            begin = end;
        }
        List<Entry> entries = weights.tensors().keySet().stream().map(places::get).toList();
        byte[] header = new SafetensorsHeader(entries, new TreeMap<>(metadata)).toBytes();
        data.add(0, littleEndian(Long.BYTES).putLong(header.length).flip());
        data.add(1, ByteBuffer.wrap(header));
        return data;
    }

    private static WeightFile read(FileChannel channel) throws IOException {
        long left = channel.size() - Long.BYTES;
        long length = left < 0 ? -1 : read(channel, 0, Long.BYTES).getLong();
        if (length < 0 || length > Math.min(left, LONGEST_HEADER)) {
            throw new IllegalStateException("its header does not fit into the file");
        }
        int headerLength = (int) length;
        SafetensorsHeader header =
                SafetensorsHeader.parse(read(channel, Long.BYTES, headerLength).array());
        requireNoGaps(header.entries(), left - length);
        Map<String, HostTensor> tensors = new LinkedHashMap<>();
        for (Entry entry : header.entries()) {
            long position = Long.BYTES + length + entry.begin();
            byte[] bytes = read(channel, position, intLength(entry)).array();
            tensors.put(entry.name(), new HostTensor(entry.shape(), entry.type(), bytes));
        }
        return new WeightFile(Weights.ofTensors(tensors), header.metadata(), Optional.empty());
    }

    /** The tensors must fill the data exactly: checked before memory is asked for. */
    private static void requireNoGaps(List<Entry> entries, long length) {
        List<Entry> placed = new ArrayList<>(entries);
        placed.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        long filled = 0;
        for (Entry entry : placed) {
            if (entry.begin() != filled) {
                throw new IllegalStateException(
                        "%s begins at byte %d instead of %d"
                                .formatted(entry.name(), entry.begin(), filled));
            }
            filled = entry.end();
        }
        if (filled != length) {
            throw new IllegalStateException(
                    "it has %d bytes of values where its header names %d"
                            .formatted(length, filled));
        }
    }

    private static int intLength(Entry entry) {
        if (entry.length() > Integer.MAX_VALUE) {
            throw new IllegalStateException(
                    "%s has %s, and 2 GB at most can be read"
                            .formatted(entry.name(), FileSize.text(entry.length())));
        }
        return (int) entry.length();
    }

    private static ByteBuffer read(FileChannel channel, long position, int length)
            throws IOException {
        ByteBuffer buffer = littleEndian(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new EOFException("it ends too early");
            }
        }
        return buffer.flip();
    }

    private static ByteBuffer littleEndian(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
