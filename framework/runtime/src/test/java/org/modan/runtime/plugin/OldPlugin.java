/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.modan.testkit.PluginJar;

/** A plugin of all three kinds, compiled against the first closed version of the contracts. */
final class OldPlugin {

    private OldPlugin() {}

    static Path writeTo(Path folder) {
        return PluginJar.plugin("old")
                .attribute("Spi-Version", "1.0")
                .source("old.OldPlugin", text("/old/OldPlugin.txt"))
                .provider("old.OldPlugin")
                .compiledAgainst(
                        Stream.of(baseline("spi"), baseline("nn"), onOwnClassPath("/ai/djl/api/"))
                                .toList())
                .writeTo(folder);
    }

    static Path root() {
        return Path.of(System.getProperty("modan.root"));
    }

    /** The one library of this process whose path has that part. */
    static Path onOwnClassPath(String part) {
        List<Path> found =
                Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                        .filter(entry -> entry.replace('\\', '/').contains(part))
                        .map(Path::of)
                        .toList();
        assertThat(found).as("class path entries with %s", part).hasSize(1);
        return found.get(0);
    }

    static String text(String resource) {
        try (InputStream in = OldPlugin.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path baseline(String module) {
        Path jar = root().resolve("framework/baselines/modan-%s-1.0.jar".formatted(module));
        assertThat(jar).isRegularFile();
        return jar;
    }
}
