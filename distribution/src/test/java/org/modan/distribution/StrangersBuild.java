/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.distribution;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Builds plugin projects as someone would who has an installed Modan and Maven Central, and nothing
 * of this checkout: with an empty local repository. What stands for Maven Central, offline, is the
 * local repository of the build that runs the tests.
 */
final class StrangersBuild {

    /** Three projects, each with a JVM that unpacks and starts the engine. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path folder;
    private final Path natives;

    /**
     * @param folder with the projects; gets the local repository too
     * @param natives where DJL unpacks the engine to
     */
    StrangersBuild(Path folder, Path natives) {
        this.folder = folder;
        this.natives = natives;
    }

    /** Runs {@code mvn package} on all projects at once. */
    Command build(List<String> projects) throws IOException, InterruptedException {
        String modules =
                projects.stream()
                        .map("<module>%s</module>"::formatted)
                        .collect(Collectors.joining());
        Files.writeString(
                folder.resolve("pom.xml"),
                """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>all</groupId><artifactId>all</artifactId><version>1</version>
                  <packaging>pom</packaging>
                  <modules>%s</modules>
                </project>
                """
                        .formatted(modules));
        Path settings =
                Files.writeString(
                        folder.resolve("settings.xml"),
                        """
                        <settings>
                          <localRepository>%s</localRepository>
                          <mirrors>
                            <mirror><id>central</id><mirrorOf>central</mirrorOf><url>%s</url></mirror>
                          </mirrors>
                        </settings>
                        """
                                .formatted(folder.resolve("repository"), central().toUri()));
        return Command.run(
                folder,
                Map.of(
                        "PATH", System.getenv("PATH"),
                        "JAVA_HOME", System.getProperty("java.home"),
                        "HOME", folder.toString(),
                        "DJL_CACHE_DIR", natives.toString(),
                        "OMP_WAIT_POLICY", "PASSIVE"),
                List.of(
                        maven(),
                        "--offline",
                        "-Daether.offline.protocols=file",
                        "--batch-mode",
                        "--quiet",
                        "--settings",
                        settings.toString(),
                        "package"),
                PATIENCE);
    }

    private static Path central() {
        return Path.of(System.getProperty("modan.local.repository"));
    }

    private static String maven() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "mvn"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "there is no mvn on the PATH, and a plugin's project is built with it; install Maven 3.8 or newer"));
    }
}
