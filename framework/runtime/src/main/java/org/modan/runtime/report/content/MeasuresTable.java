/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.modan.runtime.report.stored.CsvFile;
import org.modan.runtime.report.summary.Study;
import org.modan.runtime.report.table.Table;
import org.modan.runtime.report.table.Table.Cell;
import org.modan.runtime.report.table.Table.Column;
import org.modan.runtime.report.table.Table.Row;
import org.modan.runtime.report.text.Numbers;

/** What was measured of the encoders' features without a task. */
final class MeasuresTable {

    private record Place(String arm, String evaluator) {}

    private MeasuresTable() {}

    static Optional<Table> of(Study study) {
        return study.run()
                .measures()
                .filter(table -> !table.rows().isEmpty())
                .map(MeasuresTable::of);
    }

    private static Table of(CsvFile measures) {
        Map<Place, Map<Column, String>> values = new LinkedHashMap<>();
        Set<Column> measured = new LinkedHashSet<>();
        for (CsvFile.Line line : measures.lines()) {
            String field = line.text("field");
            Column column = new Column(line.text("measure"), field.isEmpty() ? "all" : field, true);
            measured.add(column);
            values.computeIfAbsent(
                            new Place(line.text("arm"), line.text("evaluator")),
                            place -> new LinkedHashMap<>())
                    .put(column, Numbers.of(line.number("value")));
        }
        // Columns of one measure side by side, whatever the order of the rows.
        List<Column> sorted =
                measured.stream()
                        .map(Column::group)
                        .distinct()
                        .flatMap(
                                group ->
                                        measured.stream()
                                                .filter(column -> column.group().equals(group)))
                        .toList();
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("", "pretraining", false));
        columns.add(new Column("", "evaluator", false));
        columns.addAll(sorted);
        List<Row> rows = new ArrayList<>();
        values.forEach(
                (place, numbers) -> {
                    List<Cell> cells = new ArrayList<>();
                    cells.add(Cell.of(place.arm()));
                    cells.add(Cell.of(place.evaluator()));
                    sorted.forEach(
                            column ->
                                    cells.add(
                                            Cell.of(
                                                    numbers.getOrDefault(
                                                            column, Numbers.NOTHING))));
                    rows.add(new Row(cells, false));
                });
        return new Table(
                "measures", "Measures of the features, without a task", columns, rows, List.of());
    }
}
