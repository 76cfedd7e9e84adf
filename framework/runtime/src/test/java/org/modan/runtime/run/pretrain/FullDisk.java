/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.pretrain;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Disks without room: the system's device that is always full, and a small volume. */
final class FullDisk implements AutoCloseable {

    private static final Path DEVICE = Path.of("/dev/full");

    private final Path folder;
    private final Path filler;

    private FullDisk(Path folder) {
        this.folder = folder;
        this.filler = folder.resolve("filler");
    }

    /** Skips the test where there is no such device. */
    static void assumeDevice() {
        assumeTrue(Files.exists(DEVICE), "no device that is always full");
    }

    /** What is written to this file finds no room. */
    static void catches(Path file) {
        try {
            Files.createSymbolicLink(file, DEVICE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A volume of its own; skips the test where that is not allowed. */
    static FullDisk mount(Path folder, String size) throws IOException, InterruptedException {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root may mount");
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString()) == 0,
                "mounting is not allowed here");
        return new FullDisk(folder);
    }

    /** Takes all the room there is. */
    void fillAfter(boolean now) {
        if (!now) {
            return;
        }
        byte[] page = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(page);
            }
        } catch (IOException e) {
            // That was the last page.
        }
    }

    void makeRoom() throws IOException {
        Files.delete(filler);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("umount", folder.toString());
    }

    private static int run(String... words) throws IOException, InterruptedException {
        return new ProcessBuilder(List.of(words))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
