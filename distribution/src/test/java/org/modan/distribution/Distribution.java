/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    /**
     * Runs Modan in a folder that also holds its cache, and with nothing else of an environment.
     */
    Command modan(Path folder, List<String> arguments) throws IOException, InterruptedException {
        return modan(folder, Map.of(), arguments);
    }

    /**
     * @param variables of its environment besides, or of other values
     */
    Command modan(Path folder, Map<String, String> variables, List<String> arguments)
            throws IOException, InterruptedException {
        Map<String, String> environment = new TreeMap<>(environment(folder.resolve("cache")));
        environment.putAll(variables);
        return Command.run(folder, environment, command(arguments));
    }

    /** All of an environment that Modan needs. */
    Map<String, String> environment(Path cache) {
        return Map.of(
                "PATH", System.getenv("PATH"),
                "JAVA_HOME", System.getProperty("java.home"),
                "MODAN_CACHE", cache.toString());
    }

    /** What starts Modan with these arguments. */
    List<String> command(List<String> arguments) {
        List<String> words = new ArrayList<>(List.of(startScript().toString()));
        words.addAll(arguments);
        return words;
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
