/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.cache;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Puts a file into the cache in one go: others see the old file, or the new one and all of it. */
public final class NewFile {

    /** Writes what a file is to hold. */
    public interface Content {
        void writeTo(FileChannel channel) throws IOException;
    }

    /** Reads a file that has been written. */
    public interface Reader<T> {
        T read(Path file) throws IOException;
    }

    private final Path file;

    /**
     * @param file in a folder that is there
     */
    public NewFile(Path file) {
        this.file = requireNonNull(file, "file is null");
    }

    /**
     * Writes the file, reads it, and only then gives it its name: once it has that, another process
     * may delete it at any moment.
     *
     * @return what was read
     * @throws NoSuchFileException if somebody has deleted the folder meanwhile
     * @throws IOException if it cannot be written, or not read again; nothing of it is left
     */
    public <T> T write(Content content, Reader<T> reader) throws IOException {
        Path unfinished = UnfinishedFiles.of(file);
        try {
            try (FileChannel channel =
                    FileChannel.open(
                            unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.writeTo(channel);
                channel.force(true);
            }
            T read = reader.read(unfinished);
            Files.move(
                    unfinished,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return read;
        } catch (IOException | RuntimeException | Error e) {
            delete(unfinished, e);
            throw e;
        }
    }

    private static void delete(Path unfinished, Throwable failure) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
