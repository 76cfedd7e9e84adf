/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.modan.runtime.report.stored.ComparisonLine;
import org.modan.runtime.report.summary.Study;
import org.modan.runtime.report.table.Table;
import org.modan.runtime.report.table.Table.Cell;
import org.modan.runtime.report.table.Table.Column;
import org.modan.runtime.report.table.Table.Row;
import org.modan.runtime.report.text.Numbers;

/** How far the differences of an evaluator depend on who happens to be in the datasets. */
final class PatientsTable {

    private PatientsTable() {}

    /** Empty if no difference has such an interval. */
    static Optional<Table> of(Study study, String evaluator) {
        List<ComparisonLine> lines = lines(study, evaluator).toList();
        if (lines.stream().noneMatch(ComparisonLine::hasPatientInterval)) {
            return Optional.empty();
        }
        List<Column> columns =
                List.of(
                        new Column("", "task", false),
                        new Column("", "pretraining", false),
                        new Column("", "reference", false),
                        new Column("", "difference", true),
                        new Column("", "95% interval over patients", true));
        List<Row> rows = new ArrayList<>();
        String task = "";
        for (ComparisonLine line : lines) {
            boolean starts = !line.task().equals(task) && !rows.isEmpty();
            task = line.task();
            rows.add(new Row(cells(line), starts));
        }
        return Optional.of(
                new Table(
                        "patients." + evaluator,
                        "Other patients, with %s".formatted(evaluator),
                        columns,
                        rows,
                        List.of(
                                "Patients drawn anew with replacement 2000 times, or images where there are no patients: how far a difference depends on who is in the dataset, the encoders as they are.")));
    }

    private static Stream<ComparisonLine> lines(Study study, String evaluator) {
        return study.run().comparisons().stream()
                .filter(line -> line.evaluator().equals(evaluator))
                .filter(line -> line.metric().equals(study.metric()));
    }

    private static List<Cell> cells(ComparisonLine line) {
        return List.of(
                Cell.of(line.task()),
                Cell.of(line.arm()),
                Cell.of(line.reference()),
                Cell.of(
                        line.difference().isPresent()
                                ? Numbers.signed(line.difference().getAsDouble())
                                : Numbers.NOTHING),
                Cell.of(
                        line.hasPatientInterval()
                                ? "[%s, %s]"
                                        .formatted(
                                                Numbers.of(line.patientsLow()),
                                                Numbers.of(line.patientsHigh()))
                                : Numbers.NOTHING));
    }
}
