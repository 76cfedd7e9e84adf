/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartTest {

    /** A test of the cause, where one of the seconds would depend on the machine. */
    @ParameterizedTest
    @ValueSource(strings = {"--help", "run --help", "help describe", "--version"})
    void helpLoadsNeitherEngineNorInjectorNorPlugins(String words) throws Exception {
        List<String> loaded = loadedBy(words);

        assertThat(loaded).anyMatch(line -> line.contains("org.modan.cli.Main"));
        assertThat(loaded)
                .noneMatch(line -> line.contains(" ai.djl."))
                .noneMatch(line -> line.contains(" com.google."))
                .noneMatch(line -> line.contains(" ch.qos.logback."))
                .noneMatch(line -> line.contains(" tools.jackson."))
                .noneMatch(line -> line.contains(" org.modan.runtime.plugin."));
    }

    private static List<String> loadedBy(String words) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command =
                new java.util.ArrayList<>(
                        List.of(
                                java,
                                "-Xlog:class+load:stdout",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "org.modan.cli.Main"));
        command.addAll(List.of(words.split(" ")));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output.lines().toList();
    }
}
