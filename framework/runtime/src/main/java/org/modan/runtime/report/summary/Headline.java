/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.summary;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.modan.runtime.report.summary.Verdict.Certainty;
import org.modan.runtime.report.text.Numbers;
import org.modan.runtime.report.text.Words;

/** Answers in a sentence or two an evaluator which pretraining serves the tasks best. */
public final class Headline {

    private final Study study;
    private final Verdicts verdicts;
    private final Coverage coverage;

    public Headline(Study study, Verdicts verdicts, Coverage coverage) {
        this.study = requireNonNull(study, "study is null");
        this.verdicts = requireNonNull(verdicts, "verdicts is null");
        this.coverage = requireNonNull(coverage, "coverage is null");
    }

    public String of(String evaluator) {
        List<Verdict> all = verdicts.of(evaluator);
        Map<String, List<String>> won = new LinkedHashMap<>();
        for (Verdict verdict : all) {
            verdict.best()
                    .ifPresent(
                            arm ->
                                    won.computeIfAbsent(arm, key -> new ArrayList<>())
                                            .add(
                                                    "%s (%s)"
                                                            .formatted(
                                                                    verdict.task(),
                                                                    Numbers.of(
                                                                            verdict.standing()
                                                                                    .mean()))));
        }
        if (won.isEmpty()) {
            return "With %s, nothing has been measured yet.".formatted(evaluator);
        }
        String best =
                "has the %s mean %s "
                        .formatted(
                                study.isBetterHigher() ? "highest" : "lowest", study.metricTitle());
        List<String> winners = new ArrayList<>();
        won.forEach(
                (arm, tasks) ->
                        winners.add(
                                "%s %son %s"
                                        .formatted(
                                                arm,
                                                winners.isEmpty() ? best : "",
                                                Words.list(tasks, "and"))));
        return "With %s, %s. %s%s%s"
                .formatted(
                        evaluator,
                        Words.list(winners, "and"),
                        certainty(all),
                        onePartition(all),
                        incomplete(evaluator));
    }

    /** An interval over repeats of one partition holds the noise of training and no other. */
    private String onePartition(List<Verdict> verdicts) {
        boolean sure =
                verdicts.stream()
                        .map(Verdict::certainty)
                        .anyMatch(
                                certainty ->
                                        certainty == Certainty.CLEAR
                                                || certainty == Certainty.AGAINST_REFERENCE);
        boolean paper =
                study.run().settings().find("protocol", "profile").orElse("").equals("paper");
        return sure && paper
                ? " Clear means beyond the noise of training: all repeats share one partition."
                : "";
    }

    private String incomplete(String evaluator) {
        long gaps =
                coverage.gaps().stream()
                        .filter(gap -> gap.series().evaluator().equals(evaluator))
                        .count();
        return gaps == 0
                ? ""
                : " %s, so this may change."
                        .formatted(
                                gaps == 1
                                        ? "One evaluation is missing"
                                        : gaps + " evaluations are missing");
    }

    private static String certainty(List<Verdict> verdicts) {
        List<String> parts = new ArrayList<>();
        add(parts, verdicts, Certainty.CLEAR, "the lead is clear on %s");
        add(
                parts,
                verdicts,
                Certainty.AGAINST_REFERENCE,
                "on %s it is clear against the reference, but the second arm was not tested");
        add(
                parts,
                verdicts,
                Certainty.OPEN,
                "on %s it is not sure: the 95%% interval of a difference holds zero");
        add(parts, verdicts, Certainty.TIED, "on %s the lead is shared");
        add(parts, verdicts, Certainty.UNTESTED, "how sure that is was not tested on %s");
        add(parts, verdicts, Certainty.NOTHING, "on %s there is nothing to compare");
        String text = String.join("; ", parts);
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    private static void add(
            List<String> parts, List<Verdict> verdicts, Certainty certainty, String pattern) {
        List<String> tasks =
                verdicts.stream()
                        .filter(verdict -> verdict.certainty() == certainty)
                        .map(Verdict::task)
                        .toList();
        if (!tasks.isEmpty()) {
            parts.add(pattern.formatted(place(tasks, verdicts.size())));
        }
    }

    private static String place(List<String> tasks, int all) {
        if (tasks.size() < all || all == 1) {
            return Words.list(tasks, "and");
        }
        return all == 2 ? "both tasks" : "all %d tasks".formatted(all);
    }
}
