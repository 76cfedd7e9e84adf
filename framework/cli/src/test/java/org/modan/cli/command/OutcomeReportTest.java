/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.cli.console.Printed;
import org.modan.cli.host.Environment;
import org.modan.cli.progress.RunReporter.Failure;
import org.modan.runtime.metrics.Metric;
import org.modan.runtime.metrics.MetricName;
import org.modan.runtime.protocol.ScoreSummary;
import org.modan.runtime.results.ArmTest;
import org.modan.runtime.results.Comparison;
import org.modan.runtime.results.Scores.Score;
import org.modan.runtime.run.RunOutcome;
import org.modan.runtime.statistics.Alternative;
import org.modan.runtime.statistics.Interval;

class OutcomeReportTest {

    @TempDir Path folder;

    @Test
    void showsTheScoresAndWhereTheFilesAre() throws Exception {
        Files.createFile(folder.resolve("results.csv"));
        Files.createDirectory(folder.resolve("predictions"));

        assertThat(
                        lines(
                                List.of(
                                        score("mulsupcon", 0.81234, 0.0251, 1, 5, 5),
                                        score("scratch", 0.7, 0.1, 1, 5, 5)),
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
        Score missing = new Score("simclr", "busi", "fine-tune", ScoreSummary.none(), 10);

        assertThat(
                        lines(
                                List.of(missing, score("scratch", 0.7, 0.1, 2, 10, 10)),
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
                                        new RunOutcome(
                                                2, 0, List.of(), List.of(), encoders, Map.of(),
                                                folder),
                                        List.of()))
                .startsWith(
                        "arm        encoder",
                        "mulsupcon  %s".formatted(folder.resolve("cells/4a/encoder.safetensors")),
                        "scratch    %s".formatted(folder.resolve("cells/cf/encoder.safetensors")),
                        "");
    }

    @Test
    void saysHowFarEachArmIsFromTheReferenceWithinEightyColumns() {
        RunOutcome outcome =
                new RunOutcome(
                        2,
                        0,
                        List.of(score("mulsupcon", 0.81, 0.02, 2, 50, 50)),
                        List.of(
                                comparison(
                                        "supervised",
                                        Alternative.GREATER,
                                        ofRanks(
                                                -0.0312,
                                                new Interval(-0.0521, -0.0104),
                                                0.0009765625,
                                                0.001953125),
                                        OptionalDouble.of(0.00390625),
                                        List.of()),
                                comparison(
                                        "scratch",
                                        Alternative.GREATER,
                                        impossible(),
                                        OptionalDouble.empty(),
                                        List.of("no results of mulsupcon"))),
                        Map.of(),
                        Map.of(),
                        folder);

        List<String> lines =
                new OutcomeReport(new Printed().console(), environment()).lines(outcome, List.of());

        assertThat(lines)
                .contains(
                        "arm         task     evaluator                 difference      p  2-sided   Holm",
                        "supervised  thyroid  linear-probe  -0.031 [-0.052,-0.010]  <.001    0.002  0.004",
                        "scratch     thyroid  linear-probe                       -      -        -      -",
                        "difference in auc: arm minus mulsupcon, with its 95% interval",
                        "p: wilcoxon-exact, reference greater; Holm: adjusted within a task and evaluator",
                        "note on scratch, thyroid, linear-probe: no results of mulsupcon");
        assertThat(lines.subList(4, 10)).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
    }

    @Test
    void saysHowManyImagesWereLeftOut() {
        Map<String, Integer> skipped = new LinkedHashMap<>();
        skipped.put("corpus", 3);
        skipped.put("tasks.busi", 1);

        assertThat(
                        new OutcomeReport(new Printed().console(), environment())
                                .lines(
                                        new RunOutcome(
                                                1, 0, List.of(), List.of(), Map.of(), skipped,
                                                folder),
                                        List.of()))
                .contains(
                        "Images left out, as they cannot be read: 3 of corpus, 1 of tasks.busi; skipped.csv names them");
    }

    @Test
    void needsNoCharactersTheReaderCannotSee() {
        RunOutcome outcome =
                new RunOutcome(
                        1,
                        0,
                        List.of(score("a", 0.5, 0.1, 2, 2, 2)),
                        List.of(),
                        Map.of(),
                        Map.of(),
                        folder);

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
                .lines(
                        new RunOutcome(
                                2, failures.size(), scores, List.of(), Map.of(), Map.of(), folder),
                        failures);
    }

    private static Environment environment() {
        return new Environment(Map.of(), Map.of(), Path.of("/elsewhere"));
    }

    private static Score score(
            String arm, double mean, double spread, int repeats, int folds, int expected) {
        return new Score(
                arm,
                "busi",
                "fine-tune",
                new ScoreSummary(
                        OptionalDouble.of(mean), OptionalDouble.of(spread), repeats, folds),
                expected);
    }

    private static Comparison comparison(
            String arm,
            Alternative alternative,
            ArmTest test,
            OptionalDouble adjustedP,
            List<String> notes) {
        return new Comparison(
                "thyroid",
                "linear-probe",
                new MetricName(Metric.AUC, false),
                arm,
                "mulsupcon",
                alternative,
                test,
                adjustedP,
                Optional.empty(),
                notes);
    }

    private static ArmTest ofRanks(
            double difference, Interval interval, double p, double twoSidedP) {
        return new ArmTest(
                "wilcoxon-exact",
                10,
                OptionalDouble.of(0.8),
                OptionalDouble.of(0.8 - difference),
                OptionalDouble.of(difference),
                Optional.of(interval),
                OptionalDouble.of(p),
                OptionalDouble.of(twoSidedP),
                OptionalDouble.of(-1),
                OptionalDouble.of(difference),
                List.of());
    }

    private static ArmTest impossible() {
        return new ArmTest(
                "wilcoxon-exact",
                0,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                List.of());
    }
}
