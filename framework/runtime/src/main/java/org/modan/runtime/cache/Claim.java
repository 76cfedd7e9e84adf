/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * The right to make a file, which one process has at a time: the others wait for the file rather
 * than do the same work and fill the disk with it. It saves work and guards unfinished files; that
 * a file is whole does not hang on it, so that a file system without locks will do.
 */
public final class Claim implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    /** A network file system may show for a minute what is no longer so. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Optional<Locks> locks;
    private final boolean first;

    private Claim(Optional<Locks> locks, boolean first) {
        this.locks = locks;
        this.first = first;
    }

    /**
     * Waits until no other process makes the file, or the one that has the lock shows no sign of
     * life: it may be stopped, or on a computer that has gone.
     *
     * @param file in a folder that is there
     * @param waiting called once if another process is at it
     * @throws CancellationException if the thread is interrupted
     */
    public static Claim of(Path file, Runnable waiting) throws IOException {
        Optional<Locks> locks = locks(file.getParent());
        if (locks.isEmpty()) {
            return new Claim(locks, true);
        }
        try {
            return new Claim(locks, isFirst(locks.get(), file, waiting));
        } catch (IOException | RuntimeException e) {
            locks.get().close();
            throw e;
        }
    }

    /** Whether no other process has been at the file meanwhile; else it may be there now. */
    public boolean isFirst() {
        return first;
    }

    @Override
    public void close() throws IOException {
        if (locks.isPresent()) {
            locks.get().close();
        }
    }

    /** None where another user has made the file of locks, or the folder cannot be written. */
    private static Optional<Locks> locks(Path folder) {
        try {
            return Optional.of(Locks.in(folder));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isFirst(Locks locks, Path file, Runnable waiting) throws IOException {
        String name = file.getFileName().toString();
        if (isTaken(locks, name)) {
            return true;
        }
        waiting.run();
        List<String> seen = List.of();
        long lastSign = System.nanoTime();
        while (!isTaken(locks, name)) {
            List<String> now = signs(file.getParent(), name);
            if (!now.equals(seen)) {
                seen = now;
                lastSign = System.nanoTime();
            } else if (System.nanoTime() - lastSign > PATIENCE.toNanos()) {
                return true;
            }
            pause();
        }
        return false;
    }

    private static boolean isTaken(Locks locks, String name) {
        try {
            return locks.take(name).isPresent();
        } catch (IOException e) {
            return true; // a file system without locks: nobody can be waited for
        }
    }

    /** Changes while another writes, whatever the clocks of the two computers say. */
    private static List<String> signs(Path folder, String name) throws IOException {
        List<String> signs = new ArrayList<>();
        for (Path file : UnfinishedFiles.of(folder, name)) {
            try {
                signs.add("%s %d".formatted(file.getFileName(), Files.size(file)));
            } catch (NoSuchFileException e) {
                continue; // finished or given up meanwhile
            }
        }
        return signs;
    }

    private static void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for another process");
        }
    }
}
