/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.distribution;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * The machine of someone who has an installed Modan and Maven Central, and nothing of this
 * checkout: Maven starts with an empty local repository. What stands for Maven Central, offline, is
 * the local repository of the build that runs the tests.
 */
final class StrangersMachine {

    private final Path home;

    /**
     * @param home of its user; gets Maven's settings and repository, and Modan's cache
     */
    StrangersMachine(Path home) throws IOException {
        this.home = home;
        requireMaven();
        Files.writeString(
                Files.createDirectories(home.resolve(".m2")).resolve("settings.xml"),
                """
                <settings>
                  <offline>true</offline>
                  <interactiveMode>false</interactiveMode>
                  <mirrors>
                    <mirror><id>central</id><mirrorOf>central</mirrorOf><url>%s</url></mirror>
                  </mirrors>
                </settings>
                """
                        .formatted(Path.of(System.getProperty("modan.local.repository")).toUri()));
    }

    /** What its programs start with. */
    Map<String, String> environment() {
        Path cache = home.resolve("cache");
        Map<String, String> environment =
                new TreeMap<>(Distribution.assembled().environment(cache));
        environment.put("MODAN", Distribution.assembled().home().toString());
        environment.put("HOME", home.toString());
        environment.put(
                "MAVEN_OPTS", "-Duser.home=%s -Daether.offline.protocols=file".formatted(home));
        environment.put("DJL_CACHE_DIR", cache.resolve("natives").toString());
        environment.put("OMP_WAIT_POLICY", "PASSIVE");
        return environment;
    }

    private static void requireMaven() {
        boolean isThere =
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "mvn")));
        if (!isThere) {
            throw new IllegalStateException(
                    "there is no mvn on the PATH, and a plugin's project is built with it; install Maven 3.8 or newer");
        }
    }
}
