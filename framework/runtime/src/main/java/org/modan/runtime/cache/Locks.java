/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.cache;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Locks on the names of a folder's files, whether there are such files or not. All are places in
 * one file, which is never deleted: a lock on a file that another process deletes locks nothing.
 * The operating system gives a lock back when its process dies, however it dies.
 */
final class Locks implements AutoCloseable {

    static final String FILE = ".lock";

    private final FileChannel channel;

    private Locks(FileChannel channel) {
        this.channel = channel;
    }

    static Locks in(Path folder) throws IOException {
        return new Locks(
                FileChannel.open(
                        folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    }

    /**
     * Takes the lock of a name, until this is closed.
     *
     * @return empty if another holds it
     * @throws IOException if the file system has no locks
     */
    Optional<FileLock> take(String name) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock(place(name), 1, false));
        } catch (OverlappingFileLockException e) {
            return Optional.empty(); // held by this very process
        }
    }

    /** Two names at one place only wait for each other; old network file systems know 31 bits. */
    private static long place(String name) {
        return name.hashCode() & Integer.MAX_VALUE;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
