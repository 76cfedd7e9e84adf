/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.cell;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import org.modan.runtime.text.Reasons;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/**
 * The folder of one experiment's results, held by one run at a time. The operating system gives the
 * lock back when a run dies, however it dies.
 */
public final class OutputFolder implements AutoCloseable {

    private static final String LOCK = ".lock";
    private static final String NAME = ".experiment";
    private static final int HOLDER_BYTES = 256;

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private OutputFolder(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the folder for an experiment, making it if need be.
     *
     * @param experiment its name: what tells one experiment's folder from another's
     * @throws ModanException if another run holds it, it belongs to another experiment, or it holds
     *     other things
     */
    public static OutputFolder open(Path path, String experiment) {
        requireNonNull(experiment, "experiment is null");
        try {
            refuseFile(path);
            refuseForeign(path, experiment);
            Files.createDirectories(path);
            FileChannel channel =
                    FileChannel.open(
                            path.resolve(LOCK),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                String holder = holder(channel);
                channel.close();
                throw new ModanException(
                        ErrorCode.OUTPUT,
                        "%s is in use by %s; wait for it, or give another --out"
                                .formatted(path, holder));
            }
            refuseForeign(path, experiment); // another may have taken it since
            writeHolder(channel);
            AtomicFiles.write(path.resolve(NAME), experiment + "\n");
            return new OutputFolder(path, channel, lock);
        } catch (IOException e) {
            throw new ModanException(
                    ErrorCode.OUTPUT,
                    "%s cannot be written: %s; give another --out".formatted(path, Reasons.of(e)),
                    e);
        }
    }

    /**
     * Says what {@link #open} would refuse, without making or taking anything.
     *
     * @throws ModanException if the folder belongs to another experiment, or holds other things
     */
    public static void refuseUnusable(Path path, String experiment) {
        try {
            refuseFile(path);
            refuseForeign(path, experiment);
        } catch (IOException e) {
            throw new ModanException(ErrorCode.OUTPUT, "%s: %s".formatted(path, Reasons.of(e)), e);
        }
    }

    public Path path() {
        return path;
    }

    public CellStore cells() {
        return cellsIn(path);
    }

    /** To look at, whoever holds the folder, if there is one. */
    public static CellStore cellsIn(Path path) {
        return new CellStore(path.resolve("cells"));
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new ModanException(ErrorCode.OUTPUT, "%s: %s".formatted(path, Reasons.of(e)), e);
        }
    }

    private static void refuseFile(Path path) {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new ModanException(
                    ErrorCode.OUTPUT, "%s is a file; --out must be a folder".formatted(path));
        }
    }

    private static void refuseForeign(Path path, String experiment) throws IOException {
        Path name = path.resolve(NAME);
        if (Files.exists(name)) {
            String owner = Files.readString(name).strip();
            if (!owner.equals(experiment)) {
                throw new ModanException(
                        ErrorCode.OUTPUT,
                        "%s holds the results of experiment '%s', not of '%s'; give another --out, or set name: %s"
                                .formatted(path, owner, experiment, owner));
            }
            return;
        }
        if (Files.isDirectory(path)) {
            Optional<Path> stranger;
            try (Stream<Path> children = Files.list(path)) {
                stranger =
                        children.filter(child -> !isOurs(child.getFileName().toString()))
                                .sorted()
                                .findFirst();
            }
            if (stranger.isPresent()) {
                throw new ModanException(
                        ErrorCode.OUTPUT,
                        "%s holds other things (%s); give an empty or a new folder as --out"
                                .formatted(path, stranger.get().getFileName()));
            }
        }
    }

    private static boolean isOurs(String name) {
        return name.equals(LOCK) || name.contains(NAME); // or what a killed write left of it
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            // Not its first bytes: where locks are mandatory others could not read the holder.
            return channel.tryLock(HOLDER_BYTES, 1, false);
        } catch (OverlappingFileLockException e) {
            return null; // held by this very process
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(HOLDER_BYTES);
        channel.read(bytes, 0);
        String text =
                new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).strip();
        return text.isEmpty() ? "another run" : text;
    }

    private static void writeHolder(FileChannel channel) throws IOException {
        String text =
                "process %d on %s since %s%n"
                        .formatted(
                                ProcessHandle.current().pid(),
                                host(),
                                Instant.now().truncatedTo(ChronoUnit.SECONDS));
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
        channel.force(true);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "this machine";
        }
    }
}
