/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.content;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.modan.runtime.protocol.ScoreSummary;
import org.modan.runtime.report.stored.ComparisonLine;
import org.modan.runtime.report.stored.Series;
import org.modan.runtime.report.summary.Arm;
import org.modan.runtime.report.summary.Coverage;
import org.modan.runtime.report.summary.Gap;
import org.modan.runtime.report.summary.Study;
import org.modan.runtime.report.table.Table;
import org.modan.runtime.report.table.Table.Cell;
import org.modan.runtime.report.table.Table.Column;
import org.modan.runtime.report.table.Table.Row;
import org.modan.runtime.report.text.Numbers;
import org.modan.runtime.report.text.Words;

/** The table of an evaluator in the shape of the paper's Tables 4 and 5. */
final class ResultsTable {

    private static final double SIGNIFICANT = 0.05;

    /** A column of p-values. */
    private record Test(String name, String alternative) {

        boolean isTwoSided() {
            return alternative.equals(ComparisonLine.TWO_SIDED);
        }
    }

    private final Study study;
    private final Coverage coverage;
    private final String evaluator;
    private final List<Test> tests;

    ResultsTable(Study study, Coverage coverage, String evaluator) {
        this.study = requireNonNull(study, "study is null");
        this.coverage = requireNonNull(coverage, "coverage is null");
        this.evaluator = requireNonNull(evaluator, "evaluator is null");
        Set<Test> tests = new LinkedHashSet<>();
        lines().filter(line -> line.p().isPresent())
                .forEach(line -> tests.add(new Test(line.test(), line.alternative())));
        this.tests = List.copyOf(tests);
    }

    private Stream<ComparisonLine> lines() {
        return study.run().comparisons().stream()
                .filter(line -> line.evaluator().equals(evaluator))
                .filter(line -> line.metric().equals(study.metric()));
    }

    Table table() {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("", "pretraining", false));
        boolean compared = lines().findAny().isPresent();
        boolean corrected = lines().anyMatch(line -> line.holm().isPresent());
        for (String task : study.tasks()) {
            columns.add(new Column(task, study.metricTitle(), true));
            if (compared) {
                columns.add(new Column(task, "difference [95% interval]", true));
            }
            for (Test test : tests) {
                String title = "p, " + test.alternative();
                columns.add(new Column(task, corrected ? title + " (Holm)" : title, true));
                if (!test.isTwoSided()) {
                    columns.add(new Column(task, "p, " + ComparisonLine.TWO_SIDED, true));
                }
            }
        }
        List<Row> rows = new ArrayList<>();
        boolean control = false;
        for (Arm arm : study.arms()) {
            rows.add(new Row(cells(arm, compared), arm.control() && !control && !rows.isEmpty()));
            control = arm.control();
        }
        return new Table(
                "results." + evaluator,
                "Mean %s with %s".formatted(study.metricTitle(), evaluator),
                columns,
                rows,
                notes(compared, corrected));
    }

    private List<Cell> cells(Arm arm, boolean compared) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(arm.id()));
        for (String task : study.tasks()) {
            cells.add(auc(arm, task));
            boolean isReference = study.isReference(arm.id(), task, evaluator);
            Optional<ComparisonLine> first = study.comparison(arm.id(), task, evaluator);
            if (compared) {
                cells.add(
                        isReference
                                ? Cell.of("reference")
                                : first.filter(line -> line.difference().isPresent())
                                        .map(line -> Cell.of(difference(line)))
                                        .orElseGet(() -> Cell.of(Numbers.NOTHING)));
            }
            for (Test test : tests) {
                Optional<ComparisonLine> line = line(arm, task, test);
                boolean significant =
                        line.map(one -> one.holm().isPresent() ? one.holm() : one.p())
                                .filter(p -> p.isPresent() && p.getAsDouble() <= SIGNIFICANT)
                                .isPresent();
                String p = line.map(ResultsTable::probability).orElse(nothing(isReference));
                cells.add(significant ? Cell.strong(p) : Cell.of(p));
                if (!test.isTwoSided()) {
                    cells.add(
                            Cell.of(
                                    line.map(one -> Numbers.p(one.twoSided()))
                                            .orElse(nothing(isReference))));
                }
            }
        }
        return cells;
    }

    private static String probability(ComparisonLine line) {
        return line.holm().isPresent()
                ? "%s (%s)".formatted(Numbers.p(line.p()), Numbers.p(line.holm()))
                : Numbers.p(line.p());
    }

    private static String nothing(boolean isReference) {
        return isReference ? "" : Numbers.NOTHING;
    }

    private Optional<ComparisonLine> line(Arm arm, String task, Test test) {
        return lines().filter(line -> line.arm().equals(arm.id()) && line.task().equals(task))
                .filter(line -> new Test(line.test(), line.alternative()).equals(test))
                .findFirst();
    }

    private Cell auc(Arm arm, String task) {
        Series series = study.series(arm, task, evaluator);
        ScoreSummary standing = study.standing(series);
        List<Gap> gaps = coverage.of(series);
        if (standing.mean().isEmpty()) {
            boolean failed = gaps.stream().anyMatch(Gap::failed);
            return Cell.gap(failed ? "failed" : "not run");
        }
        String text = Numbers.of(standing.mean());
        if (standing.spread().isPresent()) {
            text += " ± " + Numbers.of(standing.spread());
        }
        if (!gaps.isEmpty()) {
            return Cell.gap(
                    "%s (%d of %d)"
                            .formatted(text, standing.repeats(), standing.repeats() + gaps.size()));
        }
        return isBest(arm, task) ? Cell.strong(text) : Cell.of(text);
    }

    private boolean isBest(Arm arm, String task) {
        DoubleStream means =
                study.contestants().stream()
                        .map(one -> study.standing(study.series(one, task, evaluator)).mean())
                        .flatMapToDouble(OptionalDouble::stream);
        OptionalDouble best = study.isBetterHigher() ? means.max() : means.min();
        return !arm.control()
                && study.standing(study.series(arm, task, evaluator)).mean().equals(best);
    }

    private static String difference(ComparisonLine line) {
        String difference = Numbers.signed(line.difference().orElseThrow());
        return line.hasInterval()
                ? "%s [%s, %s]"
                        .formatted(difference, Numbers.of(line.low()), Numbers.of(line.high()))
                : difference;
    }

    private List<String> notes(boolean compared, boolean corrected) {
        List<String> notes = new ArrayList<>();
        boolean repeats =
                study.run().results().stream()
                                .filter(line -> !line.failed())
                                .flatMapToInt(line -> line.repeat().stream())
                                .distinct()
                                .count()
                        > 1;
        notes.add(
                "%s: mean over repeats of the mean over folds ± standard deviation over the %s; the best arm of a task is bold."
                        .formatted(
                                study.metricTitle(),
                                repeats ? "repeats" : "folds of the one repeat"));
        if (compared) {
            notes.add(
                    "Differences are to %s, with their 95%% interval."
                            .formatted(
                                    Words.list(
                                            lines().map(ComparisonLine::reference)
                                                    .distinct()
                                                    .toList(),
                                            "and")));
        }
        for (Test test : tests) {
            notes.add("p: test %s, alternative %s.".formatted(test.name(), test.alternative()));
        }
        if (corrected) {
            notes.add("Holm: p corrected for the comparisons of a task; bold at 0.05.");
        } else if (!tests.isEmpty()) {
            notes.add("p of at most 0.05 is bold, and is not corrected.");
        }
        return notes;
    }
}
