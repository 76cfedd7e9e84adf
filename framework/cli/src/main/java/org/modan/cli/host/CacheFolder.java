/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.host;

import java.nio.file.Path;
import java.util.Locale;

/** Where this platform keeps what can be made again. */
public final class CacheFolder {

    private CacheFolder() {}

    /** {@code MODAN_CACHE}, else {@code modan} in the platform's folder for caches. */
    public static Path of(Environment environment) {
        return environment
                .variable("MODAN_CACHE")
                .map(environment::path)
                .orElseGet(() -> ofPlatform(environment).resolve("modan"));
    }

    private static Path ofPlatform(Environment environment) {
        Path home = environment.path(environment.property("user.home").orElse("."));
        String system = environment.property("os.name").orElse("").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return environment
                    .variable("LOCALAPPDATA")
                    .map(environment::path)
                    .orElseGet(() -> home.resolve("AppData").resolve("Local"));
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library").resolve("Caches");
        }
        // The XDG specification: a relative path is invalid and to be ignored.
        return environment
                .variable("XDG_CACHE_HOME")
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElseGet(() -> home.resolve(".cache"));
    }
}
