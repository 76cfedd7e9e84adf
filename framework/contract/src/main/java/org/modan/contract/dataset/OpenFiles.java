/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.modan.contract.NotChecked;

/**
 * The files and folders that this process has open below some places, as Linux tells in {@code
 * /proc/self/fd}. What is mapped into memory does not count: it is freed with the buffer.
 */
final class OpenFiles {

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    private final List<Path> places;

    /**
     * @throws NotChecked if the operating system does not tell
     */
    OpenFiles(Collection<Path> places) throws IOException {
        if (!Files.isDirectory(DESCRIPTORS)) {
            throw new NotChecked("only Linux tells which files a process has open");
        }
        List<Path> real = new ArrayList<>();
        for (Path place : places) {
            real.add(Files.exists(place) ? place.toRealPath() : place);
        }
        this.places = List.copyOf(real);
    }

    /** Their paths, as often as they are open, by name. */
    List<Path> now() throws IOException {
        List<Path> open = new ArrayList<>();
        try (Stream<Path> descriptors = Files.list(DESCRIPTORS)) {
            for (Path descriptor : descriptors.toList()) {
                addTarget(descriptor, open);
            }
        }
        return open.stream().filter(this::isBelow).sorted().toList();
    }

    private static void addTarget(Path descriptor, List<Path> open) {
        try {
            open.add(Files.readSymbolicLink(descriptor));
        } catch (IOException e) {
            // Closed since it was listed, as is the descriptor of the listing itself.
        }
    }

    private boolean isBelow(Path file) {
        return places.stream().anyMatch(file::startsWith);
    }
}
