/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Replaces a file in one go: whoever reads it, after a crash too, finds the old content or the new.
 *
 * <p>The name of the temporary file is fixed, so that a killed writer's leftover is overwritten by
 * the next one; there must not be two writers of one file at once.
 */
public final class AtomicFile {

    private final Path file;

    public AtomicFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /**
     * Writes the parts one after the other.
     *
     * @throws IOException if that fails; the old content and nothing else is left, or, where only
     *     making the new name last failed, the new content
     */
    public void write(Iterable<ByteBuffer> parts) throws IOException {
        Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
        try {
            write(temporary, parts);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException | Error e) {
            // On a full disk it takes room that is needed.
            remove(temporary, e);
            throw e;
        }
        forceDirectory();
    }

    private static void write(Path temporary, Iterable<ByteBuffer> parts) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        temporary,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            for (ByteBuffer part : parts) {
                while (part.hasRemaining()) {
                    channel.write(part);
                }
            }
            channel.force(true);
        }
    }

    private static void remove(Path temporary, Throwable failure) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Makes the new name last; a system that cannot open a directory has no such need. */
    private void forceDirectory() throws IOException {
        Path directory = file.getParent();
        if (!directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
