/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.modan.cli.console.Console;
import org.modan.cli.console.TextTable;
import org.modan.cli.console.TextTable.Side;
import org.modan.cli.host.Environment;
import org.modan.cli.progress.RunReporter.Failure;
import org.modan.runtime.protocol.ScoreSummary;
import org.modan.runtime.results.Scores.Score;
import org.modan.runtime.run.RunOutcome;

/** Says what a run came to: the scores, what failed, and where the files are. */
final class OutcomeReport {

    private static final String NOTHING = "-";

    private final Environment environment;
    private final String plusMinus;

    OutcomeReport(Console console, Environment environment) {
        requireNonNull(console, "console is null");
        this.environment = requireNonNull(environment, "environment is null");
        this.plusMinus = console.canShow("±") ? "±" : "+/-";
    }

    List<String> lines(RunOutcome outcome, List<Failure> failures) {
        List<String> lines = new ArrayList<>();
        if (!outcome.scores().isEmpty()) {
            lines.addAll(table(outcome.scores()));
            lines.add("");
            lines.add(legend(outcome.scores()));
            lines.add("");
            if (!outcome.comparisons().isEmpty()) {
                lines.addAll(new ComparisonTable(outcome.comparisons()).lines());
                lines.add("");
            }
        } else if (!outcome.encoders().isEmpty()) {
            lines.addAll(encoders(outcome.encoders()));
            lines.add("");
        }
        if (!failures.isEmpty()) {
            lines.add(failures.size() == 1 ? "1 cell failed" : failures.size() + " cells failed");
            for (Failure failure : failures) {
                lines.add("  %s: %s".formatted(failure.title(), indented(failure.cause())));
            }
            lines.add("The same command tries them again.");
            lines.add("");
        }
        if (!outcome.skipped().isEmpty()) {
            lines.add(skipped(outcome.skipped()));
            lines.add("");
        }
        lines.addAll(files(outcome.output()));
        return lines;
    }

    private static String skipped(Map<String, Integer> images) {
        return images.entrySet().stream()
                .map(entry -> "%d of %s".formatted(entry.getValue(), entry.getKey()))
                .collect(
                        Collectors.joining(
                                ", ",
                                "Images left out, as they cannot be read: ",
                                "; skipped.csv names them"));
    }

    /** What an experiment without tasks is for; elsewhere encoders.csv has it. */
    private List<String> encoders(Map<String, Path> encoders) {
        TextTable table = new TextTable(Side.LEFT, Side.LEFT);
        table.row("arm", "encoder");
        encoders.forEach((arm, file) -> table.row(arm, environment.shown(file)));
        return table.lines();
    }

    private List<String> table(List<Score> scores) {
        TextTable table =
                new TextTable(Side.LEFT, Side.LEFT, Side.LEFT, Side.RIGHT, Side.RIGHT, Side.RIGHT);
        table.row("arm", "task", "evaluator", "AUC", plusMinus, "folds");
        for (Score score : scores) {
            ScoreSummary summary = score.summary();
            table.row(
                    score.arm(),
                    score.task(),
                    score.evaluator(),
                    number(summary.mean()),
                    number(summary.spread()),
                    summary.folds() == score.expected()
                            ? Integer.toString(summary.folds())
                            : "%d of %d".formatted(summary.folds(), score.expected()));
        }
        return table.lines();
    }

    /** One repeat has only folds to spread over; which it was changes what the number means. */
    private String legend(List<Score> scores) {
        boolean repeats = scores.stream().anyMatch(score -> score.summary().isOverRepeats());
        boolean folds = scores.stream().anyMatch(score -> !score.summary().isOverRepeats());
        String over =
                repeats && folds
                        ? "repeats, or over folds where there is only one repeat"
                        : repeats ? "repeats" : "folds";
        String legend =
                "AUC: mean over repeats of the mean over folds; %s standard deviation over %s"
                        .formatted(plusMinus, over);
        boolean incomplete =
                scores.stream().anyMatch(score -> score.summary().folds() < score.expected());
        return incomplete ? legend + "; - not measured" : legend;
    }

    private List<String> files(Path output) {
        List<String> names =
                Stream.of(
                                "report.html",
                                "results.csv",
                                "comparisons.csv",
                                "measures.csv",
                                "encoders.csv",
                                "predictions",
                                "embeddings",
                                "folds",
                                "tables",
                                "figures",
                                "cells",
                                "tensorboard",
                                "experiment.yaml")
                        .filter(name -> Files.exists(output.resolve(name)))
                        .map(name -> Files.isDirectory(output.resolve(name)) ? name + "/" : name)
                        .toList();
        return List.of(
                "Files in %s: %s".formatted(environment.shown(output), String.join(", ", names)));
    }

    private static String number(OptionalDouble value) {
        return value.isPresent()
                ? String.format(Locale.ROOT, "%.3f", value.getAsDouble())
                : NOTHING;
    }

    private static String indented(String text) {
        return String.join("\n    ", text.strip().lines().toList());
    }
}
