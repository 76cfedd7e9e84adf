/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modan.spi.Digests;

/**
 * A training that is killed at random moments, in the midst of a checkpoint too. {@code
 * -Dmodan.kills.seed} repeats the moments of an earlier run as far as a machine repeats itself.
 */
@DisabledOnOs(OS.WINDOWS)
class KilledTrainingIT {

    private static final String EXPERIMENT =
            """
            name: killed
            seed: 11
            image-size: 16
            encoder: {memory-layout: %s}
            corpus: {dataset: phantom, task: corpus, patients: 48, images-per-patient: 1, size: 16}
            pretrain: [{strategy: mulsupcon, epochs: 24, batch-size: 16}]
            """;

    private static final int KILLS = 3;
    private static final int LONGEST_MILLIS = 800;

    /** Every few steps. */
    private static final String OFTEN = "checkpoint.every-minutes=0.003";

    private static final String SELDOM = "checkpoint.every-epochs=1000";
    private static final String SEED = "modan.kills.seed";

    @TempDir private static Path cache;

    @TempDir private Path scratch;
    private Path experiment;

    @ParameterizedTest
    @ValueSource(strings = {"channels-first", "channels-last"})
    void endsInTheSameBits(String layout, TestReporter reporter) throws Exception {
        long seed = Long.getLong(SEED, System.nanoTime());
        reporter.publishEntry(SEED, Long.toString(seed));
        Random random = new Random(seed);
        experiment =
                Files.writeString(scratch.resolve("killed.yaml"), EXPERIMENT.formatted(layout));
        Path undisturbed = scratch.resolve("undisturbed");
        finish(undisturbed);
        Path killed = scratch.resolve("killed");

        List<String> lastBefore = new ArrayList<>();
        for (int i = 0; i < KILLS; i++) {
            killAfterProgress(killed, random.nextInt(LONGEST_MILLIS)).ifPresent(lastBefore::add);
        }
        finish(killed);

        assertThat(lastBefore).as("seed %d", seed).isNotEmpty();
        assertThat(Digests.ofFile(encoder(killed)))
                .as("seed %d, killed after %s", seed, lastBefore)
                .isEqualTo(Digests.ofFile(encoder(undisturbed)));
    }

    /**
     * @param millis after the first checkpoint that this process wrote
     * @return the last checkpoint there is; none if the training was faster
     */
    private Optional<String> killAfterProgress(Path out, int millis) throws Exception {
        Optional<String> before = lastCheckpoint(out);
        ProcessBuilder builder =
                new ProcessBuilder(command(out, OFTEN))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment());
        Process process = builder.start();
        while (process.isAlive() && lastCheckpoint(out).equals(before)) {
            Thread.sleep(5);
        }
        Thread.sleep(millis);
        process.destroyForcibly().waitFor();
        return lastCheckpoint(out);
    }

    private void finish(Path out) throws Exception {
        Command run = Command.run(scratch, environment(), command(out, SELDOM));
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    private List<String> command(Path out, String setting) {
        return Distribution.assembled()
                .command(
                        List.of(
                                "run",
                                experiment.toString(),
                                "--out",
                                out.toString(),
                                "--set",
                                setting));
    }

    private static Map<String, String> environment() {
        return Distribution.assembled().environment(cache);
    }

    private static Optional<String> lastCheckpoint(Path out) throws IOException {
        return files(out).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.matches("checkpoint-\\d+-\\d+\\.safetensors"))
                .max(String::compareTo);
    }

    private static Path encoder(Path out) throws IOException {
        return files(out).stream()
                .filter(file -> file.endsWith("encoder.safetensors"))
                .findFirst()
                .orElseThrow();
    }

    /** What the cells hold; a cell that is done meanwhile is renamed. */
    private static List<Path> files(Path out) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path cell : list(out.resolve("cells"))) {
            files.addAll(list(cell));
        }
        return files;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }
}
