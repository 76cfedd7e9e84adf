/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.summary;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.modan.runtime.report.summary.Verdict.Certainty;
import org.modan.runtime.report.text.Words;

/** Answers in a sentence an evaluator which pretraining serves the tasks best. */
public final class Headline {

    private final Verdicts verdicts;
    private final String metric;

    /**
     * @param metric that the arms are judged by, as a reader calls it
     */
    public Headline(Verdicts verdicts, String metric) {
        this.metric = requireNonNull(metric, "metric is null");
        this.verdicts = requireNonNull(verdicts, "verdicts is null");
    }

    public String of(String evaluator) {
        List<Verdict> all = verdicts.of(evaluator);
        Map<String, List<String>> tasks = new LinkedHashMap<>();
        for (Verdict verdict : all) {
            verdict.best()
                    .ifPresent(
                            arm ->
                                    tasks.computeIfAbsent(arm, key -> new ArrayList<>())
                                            .add(verdict.task()));
        }
        if (tasks.isEmpty()) {
            return "With %s, nothing has been measured yet.".formatted(evaluator);
        }
        List<String> winners = new ArrayList<>();
        tasks.forEach(
                (arm, won) ->
                        winners.add("%s serves %s best".formatted(arm, Words.list(won, "and"))));
        return "With %s, %s by mean %s. %s"
                .formatted(evaluator, Words.list(winners, "and"), metric, certainty(all));
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
                "on %s it is open: the 95%% interval of the difference holds zero");
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
        if (tasks.isEmpty()) {
            return;
        }
        String place =
                tasks.size() == verdicts.size() && tasks.size() > 1
                        ? "all " + tasks.size() + " tasks"
                        : Words.list(tasks, "and");
        parts.add(pattern.formatted(place));
    }
}
