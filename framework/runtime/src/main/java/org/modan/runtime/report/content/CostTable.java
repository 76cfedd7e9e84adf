/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.content;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.modan.runtime.report.stored.ResultLine;
import org.modan.runtime.report.stored.StoredCell;
import org.modan.runtime.report.summary.Arm;
import org.modan.runtime.report.summary.Study;
import org.modan.runtime.report.table.Table;
import org.modan.runtime.report.table.Table.Cell;
import org.modan.runtime.report.table.Table.Column;
import org.modan.runtime.report.table.Table.Row;
import org.modan.runtime.report.text.Durations;
import org.modan.runtime.report.text.Numbers;

/** What each arm took. */
final class CostTable {

    private CostTable() {}

    static Table of(Study study) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("", "pretraining", false));
        columns.add(new Column("", "epochs", true));
        columns.add(new Column("", "images/s", true));
        columns.add(new Column("", "time to pretrain", true));
        study.evaluators()
                .forEach(evaluator -> columns.add(new Column("time to evaluate", evaluator, true)));
        List<Row> rows = new ArrayList<>();
        boolean atLeast = false;
        for (Arm arm : study.contestants()) {
            Optional<StoredCell> encoder = study.run().encoder(arm.id());
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.of(arm.id()));
            List<StoredCell.Epoch> epochs = encoder.map(StoredCell::epochs).orElse(List.of());
            cells.add(
                    Cell.of(epochs.isEmpty() ? Numbers.NOTHING : Integer.toString(epochs.size())));
            cells.add(Cell.of(speed(epochs)));
            cells.add(Cell.of(time(encoder.stream().toList())));
            for (String evaluator : study.evaluators()) {
                cells.add(Cell.of(time(evaluations(study, arm, evaluator))));
            }
            atLeast |= cells.stream().anyMatch(cell -> cell.text().startsWith(Durations.AT_LEAST));
            rows.add(new Row(cells, false));
        }
        List<String> notes = new ArrayList<>();
        notes.add(
                "Wall time on the machine below, all repeats and tasks together; images/s is the median of the epochs.");
        if (atLeast) {
            notes.add(
                    "%s: the work was interrupted, and what it took before that is not known."
                            .formatted(Durations.AT_LEAST));
        }
        return new Table("cost", "Time", columns, rows, notes);
    }

    private static List<StoredCell> evaluations(Study study, Arm arm, String evaluator) {
        Set<String> folders = new LinkedHashSet<>();
        for (ResultLine line : study.run().results()) {
            if (line.arm().equals(arm.id()) && line.evaluator().equals(evaluator)) {
                folders.add(line.cell());
            }
        }
        return folders.stream()
                .map(folder -> Optional.ofNullable(study.run().cells().get(folder)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static String time(List<StoredCell> cells) {
        List<Double> known =
                cells.stream()
                        .map(StoredCell::seconds)
                        .filter(OptionalDouble::isPresent)
                        .map(OptionalDouble::getAsDouble)
                        .toList();
        if (known.isEmpty()) {
            return Numbers.NOTHING;
        }
        double seconds = known.stream().mapToDouble(one -> one).sum();
        boolean whole =
                known.size() == cells.size()
                        && cells.stream().noneMatch(StoredCell::wasInterrupted);
        String text = Durations.of(Duration.ofMillis(Math.round(seconds * 1000)));
        return whole ? text : "%s %s".formatted(Durations.AT_LEAST, text);
    }

    private static String speed(List<StoredCell.Epoch> epochs) {
        double[] speeds =
                epochs.stream()
                        .map(StoredCell.Epoch::imagesPerSecond)
                        .filter(OptionalDouble::isPresent)
                        .mapToDouble(OptionalDouble::getAsDouble)
                        .sorted()
                        .toArray();
        return speeds.length == 0
                ? Numbers.NOTHING
                : String.format(Locale.ROOT, "%.0f", speeds[speeds.length / 2]);
    }
}
