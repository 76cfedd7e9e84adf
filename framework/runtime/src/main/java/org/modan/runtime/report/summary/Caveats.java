/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.summary;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.modan.runtime.report.stored.ComparisonLine;
import org.modan.runtime.report.stored.StoredCell;
import org.modan.runtime.report.text.Words;

/** What a reader must know before trusting the numbers, the gravest first. */
public final class Caveats {

    /** With fewer, a spread or an interval is hardly an estimate. */
    private static final int FEW_REPEATS = 5;

    private final Study study;
    private final Coverage coverage;

    public Caveats(Study study, Coverage coverage) {
        this.study = requireNonNull(study, "study is null");
        this.coverage = requireNonNull(coverage, "coverage is null");
    }

    public List<String> all() {
        Set<String> caveats = new LinkedHashSet<>();
        gaps(caveats);
        versions(caveats);
        caveats.addAll(study.run().problems());
        noNumbers(caveats);
        caveats.addAll(new ControlCaveats(study).all());
        repeats(caveats);
        comparisons(caveats);
        study.run().cells().values().forEach(cell -> caveats.addAll(cell.warnings()));
        return List.copyOf(caveats);
    }

    private void gaps(Set<String> caveats) {
        if (coverage.failed() > 0) {
            caveats.add(
                    "%s of %d failed. The means below are over the others; the same modan run tries them again."
                            .formatted(
                                    Words.count(coverage.failed(), "evaluation", "evaluations"),
                                    coverage.expected()));
        }
        if (coverage.missing() > 0) {
            caveats.add(
                    "%s not done yet, of %d. The means below are over what is there, and may change."
                            .formatted(
                                    coverage.missing() == 1
                                            ? "1 evaluation is"
                                            : coverage.missing() + " evaluations are",
                                    coverage.expected()));
        }
        if (coverage.unseenArms() > 0) {
            caveats.add(
                    "%s of the matrix left no trace yet."
                            .formatted(
                                    coverage.unseenArms() == 1
                                            ? "1 arm has"
                                            : coverage.unseenArms() + " arms have"));
        }
    }

    private void versions(Set<String> caveats) {
        Map<String, Integer> versions = new LinkedHashMap<>();
        for (StoredCell cell : study.run().cells().values()) {
            if (!cell.modan().isEmpty()) {
                versions.merge(cell.modan(), 1, Integer::sum);
            }
        }
        if (versions.size() > 1) {
            List<String> parts = new ArrayList<>();
            versions.forEach(
                    (version, cells) ->
                            parts.add(
                                    "%s (%s)"
                                            .formatted(
                                                    shortened(version),
                                                    Words.count(cells, "cell", "cells"))));
            caveats.add(
                    "These results were made by %d versions of Modan: %s. A difference between arms may be one between versions; run all with one of them."
                            .formatted(versions.size(), Words.list(parts, "and")));
        }
    }

    /** Of a snapshot's digest a part is enough. */
    private static String shortened(String version) {
        int space = version.indexOf(' ');
        return space < 0 ? version : version.substring(0, Math.min(version.length(), space + 9));
    }

    private void noNumbers(Set<String> caveats) {
        long without =
                study.run().results().stream()
                        .filter(line -> !line.failed() && line.value().isEmpty())
                        .filter(line -> line.metric().equals(study.metric()))
                        .count();
        if (without > 0) {
            caveats.add(
                    "%s no number in results.csv; the means are over the others."
                            .formatted(Words.count(without, "fold has", "folds have")));
        }
    }

    private void repeats(Set<String> caveats) {
        int repeats =
                study.run().results().stream()
                        .filter(line -> !line.failed())
                        .flatMapToInt(line -> line.repeat().stream())
                        .map(repeat -> repeat + 1)
                        .max()
                        .orElse(0);
        if (repeats == 1) {
            caveats.add(
                    "There is one repeat: the spread is that over its folds, which share most of their training images, and no test over repeats is possible.");
        } else if (repeats > 1 && repeats < FEW_REPEATS) {
            caveats.add(
                    "There are only %d repeats: spreads and intervals from so few are rough."
                            .formatted(repeats));
        }
        if (repeats > 1
                && study.run().settings().find("protocol", "profile").orElse("").equals("paper")) {
            caveats.add(
                    "All repeats share one partition (profile paper): their spread is training noise alone, and says nothing of other images.");
        }
    }

    private void comparisons(Set<String> caveats) {
        boolean measured = study.run().results().stream().anyMatch(line -> !line.failed());
        if (measured && study.contestants().size() > 1 && study.run().comparisons().isEmpty()) {
            caveats.add("There is no comparisons.csv: no difference has an interval or a test.");
        }
        Map<String, Integer> notes = new LinkedHashMap<>();
        for (ComparisonLine line : judged()) {
            if (!line.note().isEmpty()) {
                notes.merge(line.note(), 1, Integer::sum);
            }
        }
        notes.forEach(
                (note, lines) ->
                        caveats.add(
                                "Note on %s: %s."
                                        .formatted(
                                                Words.count(lines, "comparison", "comparisons"),
                                                note)));
        boolean uncorrected =
                judged().stream().anyMatch(line -> line.p().isPresent() && line.holm().isEmpty());
        if (uncorrected) {
            caveats.add("Some p-values are not corrected for the number of comparisons.");
        }
    }

    private List<ComparisonLine> judged() {
        return study.run().comparisons().stream()
                .filter(line -> line.metric().equals(study.metric()))
                .filter(line -> study.evaluators().contains(line.evaluator()))
                .toList();
    }
}
