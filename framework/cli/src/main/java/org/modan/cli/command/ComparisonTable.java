/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.modan.cli.console.TextTable;
import org.modan.cli.console.TextTable.Side;
import org.modan.runtime.results.Comparison;
import org.modan.runtime.statistics.Alternative;
import org.modan.runtime.statistics.Interval;

/** How far each arm is from its reference, in the primary metric; comparisons.csv has the rest. */
final class ComparisonTable {

    private static final String NOTHING = "-";
    private static final double SMALLEST_SHOWN = 0.001;

    private final List<Comparison> rows;
    private final boolean oneSided;

    ComparisonTable(List<Comparison> comparisons) {
        this.rows =
                comparisons.stream()
                        .filter(row -> row.metric().equals(comparisons.get(0).metric()))
                        .toList();
        this.oneSided = rows.stream().anyMatch(row -> row.alternative() != Alternative.TWO_SIDED);
    }

    /** Nothing if there is nothing to compare. */
    List<String> lines() {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(table());
        lines.add("");
        lines.add(
                "difference in %s: arm minus %s, with its 95%% interval"
                        .formatted(
                                rows.get(0).metric().text(),
                                common(Comparison::reference, "its reference")));
        lines.add(
                "p: %s, %s; Holm: adjusted within a task and evaluator"
                        .formatted(
                                common(row -> row.test().name(), "see comparisons.csv"),
                                common(Comparison::alternativeText, "see comparisons.csv")));
        lines.addAll(notes());
        return lines;
    }

    private List<String> table() {
        int numbers = oneSided ? 3 : 2;
        Side[] sides = new Side[4 + numbers];
        Arrays.fill(sides, 0, 3, Side.LEFT);
        Arrays.fill(sides, 3, sides.length, Side.RIGHT);
        TextTable table = new TextTable(sides);
        List<String> header =
                new ArrayList<>(List.of("arm", "task", "evaluator", "difference", "p"));
        if (oneSided) {
            header.add("2-sided");
        }
        header.add("Holm");
        table.row(header.toArray(String[]::new));
        for (Comparison row : rows) {
            List<String> cells =
                    new ArrayList<>(
                            List.of(
                                    row.arm(),
                                    row.dataset(),
                                    row.evaluator(),
                                    difference(row),
                                    probability(row.test().p())));
            if (oneSided) {
                cells.add(probability(row.test().twoSidedP()));
            }
            cells.add(probability(row.adjustedP()));
            table.row(cells.toArray(String[]::new));
        }
        return table.lines();
    }

    private static String difference(Comparison row) {
        OptionalDouble difference = row.test().difference();
        if (difference.isEmpty()) {
            return NOTHING;
        }
        Optional<Interval> interval = row.test().interval();
        String value = signed(difference.getAsDouble());
        return interval.map(
                        range ->
                                "%s [%s,%s]"
                                        .formatted(
                                                value, signed(range.low()), signed(range.high())))
                .orElse(value);
    }

    private static String signed(double value) {
        String text = String.format(Locale.ROOT, "%+.3f", value);
        return text.equals("-0.000") ? "+0.000" : text;
    }

    private static String probability(OptionalDouble p) {
        if (p.isEmpty()) {
            return NOTHING;
        }
        return p.getAsDouble() < SMALLEST_SHOWN
                ? "<.001"
                : String.format(Locale.ROOT, "%.3f", p.getAsDouble());
    }

    private interface Text {
        String of(Comparison row);
    }

    private String common(Text text, String otherwise) {
        List<String> distinct = rows.stream().map(text::of).distinct().toList();
        return distinct.size() == 1 ? distinct.get(0) : otherwise;
    }

    /** Each once, however many rows have it. */
    private List<String> notes() {
        Map<String, List<Comparison>> holders = new LinkedHashMap<>();
        rows.forEach(
                row ->
                        row.notes()
                                .forEach(
                                        note ->
                                                holders.computeIfAbsent(
                                                                note, one -> new ArrayList<>())
                                                        .add(row)));
        List<String> lines = new ArrayList<>();
        holders.forEach((note, of) -> lines.add("note%s: %s".formatted(place(of), note)));
        return lines;
    }

    private String place(List<Comparison> of) {
        if (of.size() == rows.size()) {
            return "";
        }
        return of.size() == 1
                ? " on %s, %s, %s"
                        .formatted(of.get(0).arm(), of.get(0).dataset(), of.get(0).evaluator())
                : " on %d of %d".formatted(of.size(), rows.size());
    }
}
