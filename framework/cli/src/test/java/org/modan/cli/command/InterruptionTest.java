/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.modan.cli.console.Console;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process cannot be asked to end there")
class InterruptionTest {

    @Test
    void anInterruptedRunSaysThatItCanGoOn() throws Exception {
        assertThat(endOf("running"))
                .isEqualTo(
                        "130 interrupted: ending after this step; the same command goes on from there");
    }

    @Test
    void whatEndsAfterTheRunIsNoInterruption() throws Exception {
        assertThat(endOf("finished")).isEqualTo("143 ");
    }

    /** Asks a process to end, and gives its exit code and what it told. */
    private static String endOf(String state) throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Waiting.class.getName(),
                                state)
                        .start();
        try (BufferedReader out =
                        new BufferedReader(
                                new InputStreamReader(
                                        process.getInputStream(), StandardCharsets.UTF_8));
                BufferedReader err =
                        new BufferedReader(
                                new InputStreamReader(
                                        process.getErrorStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).isEqualTo("waiting");
            // SIGTERM: the handle closes no streams, as destroying the process itself would.
            process.toHandle().destroy();
            String told = err.lines().collect(Collectors.joining("\n"));
            return process.waitFor() + " " + told;
        }
    }

    /** A process that waits to be interrupted. */
    static final class Waiting {

        private Waiting() {}

        public static void main(String[] args) {
            Console console = Console.ofProcess(80);
            try (Interruption interruption = Interruption.watch(console)) {
                if (args[0].equals("finished")) {
                    interruption.close();
                }
                console.print("waiting");
                await();
            }
        }

        private static void await() {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                // What is waited for here: the run comes to rest.
                Thread.currentThread().interrupt();
            }
        }
    }
}
