/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.cli.console.Printed;
import org.modan.cli.host.Environment;
import org.modan.cli.progress.RunReporter.Failure;
import org.modan.runtime.results.Scores.Score;
import org.modan.runtime.run.RunOutcome;

class OutcomeReportTest {

    @TempDir Path folder;

    @Test
    void showsTheScoresAndWhereTheFilesAre() throws Exception {
        Files.createFile(folder.resolve("results.csv"));
        Files.createDirectory(folder.resolve("predictions"));

        assertThat(
                        lines(
                                List.of(
                                        score("mulsupcon", 0.81234, 0.0251, false, 5, 5),
                                        score("scratch", 0.7, 0.1, false, 5, 5)),
                                List.of()))
                .containsExactly(
                        "arm        task  evaluator    AUC      ±  folds",
                        "mulsupcon  busi  fine-tune  0.812  0.025      5",
                        "scratch    busi  fine-tune  0.700  0.100      5",
                        "",
                        "AUC: mean over repeats of the mean over folds; ± standard deviation over folds",
                        "",
                        "Files in %s: results.csv, predictions/".formatted(folder));
    }

    @Test
    void saysWhatIsMissingAndWhy() {
        Score missing =
                new Score(
                        "simclr",
                        "busi",
                        "fine-tune",
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        false,
                        0,
                        10);

        assertThat(
                        lines(
                                List.of(missing, score("scratch", 0.7, 0.1, true, 10, 10)),
                                List.of(
                                        new Failure(
                                                "pretrain simclr", "the loss is NaN\nat step 3"))))
                .contains(
                        "simclr   busi  fine-tune      -      -  0 of 10",
                        "scratch  busi  fine-tune  0.700  0.100       10",
                        "AUC: mean over repeats of the mean over folds; ± standard deviation over repeats, or over folds where there is only one repeat; - not measured",
                        "1 cell failed",
                        "  pretrain simclr: the loss is NaN\n    at step 3",
                        "The same command tries them again.");
    }

    @Test
    void anExperimentWithoutTasksEndsWithItsEncoders() {
        Map<String, Path> encoders = new LinkedHashMap<>();
        encoders.put("mulsupcon", folder.resolve("cells/4a/encoder.safetensors"));
        encoders.put("scratch", folder.resolve("cells/cf/encoder.safetensors"));

        assertThat(
                        new OutcomeReport(new Printed().console(), environment())
                                .lines(
                                        new RunOutcome(2, 0, 0, List.of(), encoders, folder),
                                        List.of()))
                .startsWith(
                        "arm        encoder",
                        "mulsupcon  %s".formatted(folder.resolve("cells/4a/encoder.safetensors")),
                        "scratch    %s".formatted(folder.resolve("cells/cf/encoder.safetensors")),
                        "");
    }

    @Test
    void needsNoCharactersTheReaderCannotSee() {
        RunOutcome outcome =
                new RunOutcome(
                        1, 0, 0, List.of(score("a", 0.5, 0.1, true, 2, 2)), Map.of(), folder);

        assertThat(
                        String.join(
                                "\n",
                                new OutcomeReport(
                                                new Printed(StandardCharsets.US_ASCII).console(),
                                                environment())
                                        .lines(outcome, List.of())))
                .contains("+/-")
                .matches("\\p{ASCII}*");
    }

    private List<String> lines(List<Score> scores, List<Failure> failures) {
        return new OutcomeReport(new Printed().console(), environment())
                .lines(new RunOutcome(2, 0, failures.size(), scores, Map.of(), folder), failures);
    }

    private static Environment environment() {
        return new Environment(Map.of(), Map.of(), Path.of("/elsewhere"));
    }

    private static Score score(
            String arm, double mean, double spread, boolean overRepeats, int folds, int expected) {
        return new Score(
                arm,
                "busi",
                "fine-tune",
                OptionalDouble.of(mean),
                OptionalDouble.of(spread),
                overRepeats,
                folds,
                expected);
    }
}
