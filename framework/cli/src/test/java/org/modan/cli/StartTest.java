/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    @Test
    void writesNumbersInTheSameDigitsInEveryLanguage(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("experiment.yaml"), "name: empty\n");

        List<String> output =
                outputOf(
                        List.of("-Duser.language=ar", "-Duser.country=EG"),
                        List.of("report", folder.toString()));

        assertThat(output)
                .last()
                .asString()
                .matches(".*, with [0-9]+ tables? in tables/ and [0-9]+ figures in figures/");
    }

    private static List<String> loadedBy(String words) throws IOException, InterruptedException {
        return outputOf(List.of("-Xlog:class+load:stdout"), List.of(words.split(" ")));
    }

    private static List<String> outputOf(List<String> javaOptions, List<String> words)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add("org.modan.cli.Main");
        command.addAll(words);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output.lines().toList();
    }
}
