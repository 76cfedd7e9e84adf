/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The distribution this build assembled. */
final class Distribution {
    private final Path home;

    private Distribution(Path home) {
        this.home = home;
    }

    static Distribution assembled() {
        String home = System.getProperty("modan.home");
        if (home == null) {
            throw new IllegalStateException(
                    "modan.home is not set: run these tests with mvn verify");
        }
        return new Distribution(Path.of(home));
    }

    Path home() {
        return home;
    }

    Path startScript() {
        return home.resolve("bin/modan");
    }

    Path archive(String extension) {
        return home.resolveSibling(home.getFileName() + extension);
    }

    /** Names of the files in a folder of the distribution, sorted. */
    List<String> filesIn(String folder) {
        try (Stream<Path> files = Files.list(home.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
