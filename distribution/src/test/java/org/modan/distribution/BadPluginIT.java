/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.modan.testkit.PluginJar;

/** Plugins that do what a plugin must not do, in a whole process beside good ones. */
@DisabledOnOs(OS.WINDOWS)
class BadPluginIT {

    private static final String EXPERIMENT =
            """
            name: beside
            image-size: 32
            corpus: {dataset: phantom, task: corpus, patients: 8, images-per-patient: 1, size: 32, seed: 1}
            pretrain: [throws, asserts, undeclared, lossless, misses, overflows, exits, works]
            tasks:
              - {dataset: phantom, id: lesions, task: lesion, patients: 12, images-per-patient: 1, size: 32, seed: 2}
            evaluators: [{evaluator: knn, k: 3}, chatting]
            protocol: {folds: 2, repeats: 1}
            """;

    private static final String RIVAL =
            """
            package rival;
            import java.util.List;
            import org.modan.spi.*;
            public class Rival implements Plugin {
                @Override public String id() { return "rival"; }
                @Override public List<PretrainStrategyFactory> pretrainStrategies() {
                    return List.of(new Scratch());
                }
                record Scratch() implements PretrainStrategyFactory {
                    @Override public String name() { return "scratch"; }
                    @Override public String summary() { return "Random weights, too."; }
                    @Override public PretrainStrategy create(Options o, PluginContext c) {
                        return corpus -> Initialization.random();
                    }
                }
            }
            """;

    private static final String REPORT = "report this to the plugin's author";

    private final Distribution distribution = Distribution.assembled();
    @TempDir private Path scratch;
    private Path jar;

    @BeforeEach
    void install() throws IOException {
        Files.writeString(scratch.resolve("beside.yaml"), EXPERIMENT);
        Path libraries = scratch.resolve("libraries");
        Path library =
                PluginJar.library("extra")
                        .source(
                                "extra.Library",
                                "package extra; public class Library { public static"
                                        + " ai.djl.ndarray.NDArray pick(ai.djl.ndarray.NDArray all)"
                                        + " { return all; } }")
                        .writeTo(libraries);
        jar =
                PluginJar.plugin("bad")
                        .source("bad.BadPlugin", source())
                        .provider("bad.BadPlugin")
                        .uses(library)
                        .writeTo(scratch.resolve("plugins"));
    }

    @Test
    void whatFailsInTheMiddleOfACellFailsAloneAndWhatIsPrintedIsNoResult() throws Exception {
        Command run = modan("run", "beside.yaml", "--out", "out");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(4);
        assertFailed(run, "throws", "IllegalStateException: no license; " + REPORT);
        assertFailed(run, "asserts", "AssertionError: never; " + REPORT);
        assertFailed(run, "undeclared", "IOException: disk gone; " + REPORT);
        assertThat(run.err())
                .contains(
                        "pretrain lossless: failed after",
                        "NullPointerException: loss() gave null; Modan was working with what plugin"
                                + " bad 1.0.0 gave it: report this to the plugin's author");
        assertFailed(run, "overflows", "StackOverflowError; " + REPORT);
        assertFailed(
                run,
                "misses",
                "the class extra.Library is missing; put the library that has it beside the"
                        + " plugin's jar, in a folder of their own; a plugin shares only"
                        + " org.modan.spi, org.modan.nn, ai.djl, org.slf4j with Modan");
        assertFailed(
                run,
                "exits",
                "it calls System.exit(7), which would end Modan with all that it is doing; "
                        + REPORT
                        + ": a plugin throws a ModanException instead");
        assertThat(Files.readAllLines(scratch.resolve("out/results.csv")))
                .filteredOn(
                        line -> line.startsWith("works,works,lesions,") && line.contains(",auc,"))
                .hasSize(4)
                .allMatch(line -> line.contains(",done,"));
        assertThat(run.out()).contains("works").doesNotContain("chatting in", "chatting about");
        assertThat(run.err())
                .contains("plugin bad: chatting in the background")
                .contains("plugin bad: chatting about fold 1")
                .containsOnlyOnce(
                        "warning: plugin %s: prints to System.out; what it prints is in the log,"
                                        .formatted(jar)
                                + " not in the results; "
                                + REPORT
                                + ": a plugin logs through SLF4J, or tells its user with"
                                + " PluginContext.warn");
        assertThat(traces()).isEqualTo(7);
    }

    @Test
    void anAdapterWithoutItsLibraryIsAPluginProblemBeforeAnythingIsTrained() throws Exception {
        String message =
                "plugin bad 1.0.0 (%s): the class extra.Decoder is missing; put the library that has"
                        .formatted(jar);

        Command check = modan("check", "unread");
        Command run =
                modan(
                        "run",
                        "beside.yaml",
                        "--out",
                        "out",
                        "--set",
                        "corpus={dataset: unread}",
                        "--set",
                        "metadata=[modality]",
                        "--set",
                        "pretrain=[works]");

        assertThat(check.exitCode()).as(check.err()).isEqualTo(3);
        assertThat(check.err()).contains(message);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
        assertThat(run.err()).contains(message);
        assertThat(scratch.resolve("out/results.csv")).doesNotExist();
    }

    @Test
    void aStrategyThatFailsWhileItIsPlannedIsAPluginProblem() throws Exception {
        Command plan = modan("plan", "beside.yaml", "--set", "pretrain=[unready, works]");

        assertThat(plan.exitCode()).as(plan.err()).isEqualTo(3);
        assertThat(plan.err())
                .isEqualTo(
                        "modan: pretrain.unready: plugin bad 1.0.0 (%s): IllegalStateException: no settings; %s\n"
                                .formatted(jar, REPORT));
    }

    @Test
    void aStrategyWhoseOwnSettingsCannotBeTrainedIsRefusedBeforeAnythingIsTrained()
            throws Exception {
        Command run = modan("run", "beside.yaml", "--out", "out", "--set", "pretrain=[unsound]");
        Command mended =
                modan(
                        "plan",
                        "beside.yaml",
                        "--set",
                        "pretrain=[{strategy: unsound, batch-size: 4}]");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
        assertThat(run.err())
                .isEqualTo(
                        "modan: pretrain.unsound: plugin bad 1.0.0 (%s) cannot train so: batch-size is 0, not 2 or more; set it in the experiment, or %s\n"
                                .formatted(jar, REPORT));
        assertThat(mended.exitCode()).as(mended.err()).isZero();
    }

    @Test
    void aThreadOfAPluginThatFailsIsToldWithoutATrace() throws Exception {
        Command run = modan("run", "beside.yaml", "--out", "out", "--set", "pretrain=[threads]");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err())
                .containsOnlyOnce(
                        "warning: a thread ended early: plugin bad 1.0.0 (%s): IllegalStateException: no connection; %s"
                                .formatted(jar, REPORT))
                .doesNotContain("\tat ");
    }

    @Test
    void anExitByReflectionEndsModanButIsNeitherTakenForItsOwnNorWaitedFor() throws Exception {
        Command run = modan("run", "beside.yaml", "--out", "out", "--set", "pretrain=[reflects]");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
        assertThat(run.err())
                .contains(
                        "modan: plugin bad 1.0.0 (%s): it calls System.exit by reflection, which has ended Modan; %s: a plugin throws a ModanException instead"
                                .formatted(jar, REPORT))
                .doesNotContain("interrupted");
    }

    @Test
    void aNameThatComesWithModanIsRefusedToWhoUsesItAndAWarningToOthers() throws Exception {
        Path rival =
                PluginJar.plugin("rival")
                        .source("rival.Rival", RIVAL)
                        .provider("rival.Rival")
                        .writeTo(scratch.resolve("plugins"));
        String claim =
                rival
                        + ": offers the strategy 'scratch', a name that comes with Modan ("
                        + distribution.home().resolve("plugins");

        Command using = modan("run", "beside.yaml", "--out", "out", "--set", "pretrain=[scratch]");
        Command other = modan("plan", "beside.yaml", "--set", "pretrain=[works]");
        Command strict =
                modan("plan", "beside.yaml", "--set", "pretrain=[works]", "--strict-plugins");

        assertThat(using.exitCode()).as(using.err()).isEqualTo(3);
        assertThat(using.err()).contains("\n  " + claim);
        assertThat(scratch.resolve("out")).doesNotExist();
        assertThat(other.exitCode()).as(other.err()).isZero();
        assertThat(other.err()).contains("warning: plugin " + claim);
        assertThat(strict.exitCode()).as(strict.err()).isEqualTo(3);
        assertThat(strict.err()).contains(claim);
    }

    /** The run says so twice: when the cell ends, and at the end. */
    private void assertFailed(Command run, String arm, String message) {
        String told = "plugin bad 1.0.0 (%s): %s (see error.txt in ".formatted(jar, message);
        assertThat(run.err()).contains("pretrain %s: failed after".formatted(arm)).contains(told);
        assertThat(run.out()).contains("  pretrain %s: %s".formatted(arm, told));
    }

    private long traces() throws IOException {
        try (Stream<Path> files = Files.walk(scratch.resolve("out/cells"))) {
            return files.filter(file -> file.endsWith("error.txt")).count();
        }
    }

    private static String source() throws IOException {
        try (InputStream in = BadPluginIT.class.getResourceAsStream("/bad/BadPlugin.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Command modan(String... arguments) throws Exception {
        List<String> words = new ArrayList<>(Arrays.asList(arguments));
        words.addAll(List.of("--plugins", scratch.resolve("plugins").toString()));
        return distribution.modan(scratch, words);
    }
}
