/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.modan.runtime.report.stored.ResultLine;
import org.modan.runtime.report.stored.Settings;
import org.modan.runtime.report.stored.StoredRun;
import org.modan.runtime.text.DidYouMean;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/**
 * What a reader wants to know instead of what the experiment declared.
 *
 * @param reference the arm that others are compared with
 * @param metric that arms are judged by
 */
public record Question(Optional<String> reference, Optional<String> metric) {

    /** What the experiment declared. */
    public static final Question DECLARED = new Question(Optional.empty(), Optional.empty());

    private static final String COMPARE = "compare";

    public Question {
        requireNonNull(reference, "reference is null");
        requireNonNull(metric, "metric is null");
    }

    boolean isDeclared() {
        return reference.isEmpty() && metric.isEmpty();
    }

    /**
     * The settings of a run with this question in the place of the declared one.
     *
     * @throws ModanException if the results hold no such arm or metric
     */
    Settings applyTo(StoredRun run) {
        reference.ifPresent(
                arm -> refuseUnknown("arm", arm, run, line -> line.isControl() ? "" : line.arm()));
        metric.ifPresent(name -> refuseUnknown("metric", name, run, ResultLine::metric));
        Map<String, Object> tree = new LinkedHashMap<>(run.settings().tree());
        Map<String, Object> compare = new LinkedHashMap<>();
        run.settings()
                .find(COMPARE, "alternative")
                .ifPresent(alternative -> compare.put("alternative", alternative));
        reference
                .or(() -> run.settings().find(COMPARE, "reference"))
                .ifPresent(arm -> compare.put("reference", arm));
        compare.put(
                "metrics",
                metric.map(List::of).orElseGet(() -> run.settings().texts(COMPARE, "metrics")));
        tree.put(COMPARE, compare);
        return new Settings(run.settings().text(), tree);
    }

    /** What the report says of it. */
    String caveat() {
        return "This is not the comparison that experiment.yaml declares, but one asked for afterwards%s%s: its p-values are for looking, not for proving."
                .formatted(
                        reference.map(" with the reference %s"::formatted).orElse(""),
                        metric.map(" by %s"::formatted).orElse(""));
    }

    private interface Name {
        String of(ResultLine line);
    }

    private static void refuseUnknown(String what, String given, StoredRun run, Name name) {
        TreeSet<String> known = new TreeSet<>();
        run.results().stream().map(name::of).filter(text -> !text.isEmpty()).forEach(known::add);
        if (!known.contains(given)) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION,
                    "results.csv has no %s %s%s; it has %s"
                            .formatted(
                                    what,
                                    given,
                                    DidYouMean.suggest(given, known)
                                            .map(near -> ", did you mean %s?".formatted(near))
                                            .orElse(""),
                                    known.isEmpty() ? "none" : String.join(", ", known)));
        }
    }
}
