/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/**
 * Reads the weight files people have: safetensors, and what {@code torch.save} writes now and wrote
 * before PyTorch 1.6. The content tells which it is, not the name. Reading runs nothing that a file
 * brings along, and takes memory in proportion to the file's length.
 */
public final class WeightFiles {

    private static final int ZIP = 0x04034b50;
    private static final int PICKLE = 0x80;
    private static final long HDF5 = 0x0a1a0a0d46444889L;

    private WeightFiles() {}

    /**
     * Reads a file. Of a training checkpoint only the model is read; the prefixes of wrappers
     * ({@code module.}, {@code encoder.}, {@code backbone.}) are taken off where at least half of
     * the tensors carry them.
     *
     * @throws ModanException if it is missing, damaged, of none of these formats, or names anything
     *     that weights do not need
     */
    public static WeightFile read(Path file) {
        try {
            WeightFile read = readAsIs(file);
            Map<String, HostTensor> tensors = read.weights().tensors();
            requirePlainNames(tensors.keySet());
            return new WeightFile(
                    Weights.ofTensors(WrapperPrefixes.strip(tensors)),
                    read.metadata(),
                    read.part());
        } catch (NoSuchFileException e) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION, "no weights at %s; check the path".formatted(file), e);
        } catch (FileSystemException e) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION,
                    "cannot read %s: %s; check its permissions"
                            .formatted(file, WriteFailure.reason(e)),
                    e);
        } catch (IOException | IllegalStateException e) {
            throw damaged(file, PlainReason.of(e), e);
        } catch (ArithmeticException e) {
            throw damaged(file, "a tensor of it is larger than any file", e);
        } catch (IllegalArgumentException e) {
            throw damaged(file, "a tensor of it is not as large as its shape", e);
        }
    }

    private static ModanException damaged(Path file, String reason, Exception cause) {
        return new ModanException(
                ErrorCode.CONFIGURATION,
                "%s is damaged or no weight file: %s; fetch or export it again"
                        .formatted(file, reason),
                cause);
    }

    private static WeightFile readAsIs(Path file) throws IOException {
        ByteBuffer start = start(file);
        if (start.remaining() < Long.BYTES) {
            throw new IOException("it has only %d bytes".formatted(start.remaining()));
        }
        if (start.getLong(0) == HDF5) {
            throw new IOException("it is an HDF5 file, as Keras writes; export it from PyTorch");
        }
        // Any number may be the length of a safetensors header, one that looks like a pickle too.
        if (start.remaining() > Long.BYTES && start.get(Long.BYTES) == '{') {
            return Safetensors.parse(file);
        }
        if (start.getInt(0) == ZIP) {
            try (TorchArchive archive = TorchZip.open(file)) {
                return read(archive, Files.size(file));
            }
        }
        if (Byte.toUnsignedInt(start.get(0)) == PICKLE) {
            try (TorchArchive archive = LegacyTorch.open(file)) {
                return read(archive, Files.size(file));
            }
        }
        throw new IOException("it begins as neither safetensors nor what torch.save writes");
    }

    private static WeightFile read(TorchArchive archive, long fileLength) throws IOException {
        StateDict found = StateDict.find(archive.index().saved());
        requirePlainNames(found.part().stream().map(WeightPart::toString).toList());
        return new WeightFile(
                Weights.ofTensors(new TorchTensors(archive, fileLength).read(found.tensors())),
                Map.of(),
                found.part());
    }

    private static ByteBuffer start(Path file) throws IOException {
        ByteBuffer start = ByteBuffer.allocate(Long.BYTES + 1).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = FileChannel.open(file)) {
            while (start.hasRemaining() && channel.read(start) >= 0) {
                // A read may give fewer bytes than there are.
            }
        }
        return start.flip();
    }

    /** Names are shown to people, whose terminals obey control characters. */
    private static void requirePlainNames(Collection<String> names) {
        for (String name : names) {
            if (name.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalStateException("a tensor's name has control characters");
            }
        }
    }
}
