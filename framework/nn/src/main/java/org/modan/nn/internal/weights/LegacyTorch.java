/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code torch.save} wrote before PyTorch 1.6: five pickles (a magic number, a version, the
 * machine's properties, what was saved, the storages' keys), then for each key the number of values
 * in eight bytes and the values.
 */
final class LegacyTorch implements TorchArchive {

    /** Bytes; the index of a thousand tensors takes a hundredth of this. */
    static final int LONGEST_INDEX = 16 << 20;

    private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
    private static final Number VERSION = 1001;

    private final FileChannel channel;
    private final TorchIndex index;
    private final Map<String, Long> positions = new HashMap<>();

    private LegacyTorch(FileChannel channel, Path file) throws IOException {
        this.channel = channel;
        WeightUnpickler unpickler = new WeightUnpickler(file);
        int length = (int) Math.min(channel.size(), LONGEST_INDEX);
        ByteArrayInputStream pickles = new ByteArrayInputStream(read(0, length).array());
        requireFormat(unpickler, pickles);
        this.index = new TorchIndex(unpickler.read(pickles), unpickler.storages());
        if (!(unpickler.read(pickles) instanceof List<?> keys)) {
            throw new IOException("it has no list of storages");
        }
        locate(keys, length - pickles.available());
    }

    static LegacyTorch open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file);
        try {
            return new LegacyTorch(channel, file);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public TorchIndex index() {
        return index;
    }

    @Override
    public byte[] values(TorchStorage whole) throws IOException {
        Long position = positions.get(whole.key());
        if (position == null) {
            throw new IOException("it has no storage " + whole.key());
        }
        return read(position, Math.toIntExact(whole.length())).array();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static void requireFormat(WeightUnpickler unpickler, ByteArrayInputStream pickles)
            throws IOException {
        if (!MAGIC.equals(unpickler.read(pickles))) {
            throw new IOException("it is a pickle, but not one of PyTorch's");
        }
        if (!VERSION.equals(unpickler.read(pickles))) {
            throw new IOException("it is of an unknown version of PyTorch's format");
        }
        Object machine = unpickler.read(pickles);
        if (!(machine instanceof Map<?, ?> properties)
                || !Boolean.TRUE.equals(properties.get("little_endian"))) {
            throw new IOException("its values are not in little-endian order");
        }
    }

    private void locate(List<?> keys, long begin) throws IOException {
        long position = begin;
        for (Object key : keys) {
            TorchStorage storage = key instanceof String ? index.storages().get(key) : null;
            if (storage == null || positions.containsKey(storage.key())) {
                throw new IOException("its list of storages does not fit its tensors");
            }
            long left = channel.size() - position - Long.BYTES;
            if (left < storage.length()) {
                throw new EOFException("it ends too early");
            }
            if (read(position, Long.BYTES).getLong() != storage.count()) {
                throw new IOException(
                        "storage %s does not have the %d values its tensors need"
                                .formatted(storage.key(), storage.count()));
            }
            position += Long.BYTES;
            positions.put(storage.key(), position);
            position += storage.length();
        }
    }

    private ByteBuffer read(long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new EOFException("it ends too early");
            }
        }
        return buffer.flip();
    }
}
