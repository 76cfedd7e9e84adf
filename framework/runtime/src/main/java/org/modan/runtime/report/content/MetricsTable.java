/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modan.runtime.protocol.ScoreSummary;
import org.modan.runtime.report.summary.Arm;
import org.modan.runtime.report.summary.Study;
import org.modan.runtime.report.table.Table;
import org.modan.runtime.report.table.Table.Cell;
import org.modan.runtime.report.table.Table.Column;
import org.modan.runtime.report.table.Table.Row;
import org.modan.runtime.report.text.Numbers;

/** All metrics of an evaluator. */
final class MetricsTable {

    private MetricsTable() {}

    /** Empty if there is only the one the results show. */
    static Optional<Table> of(Study study, String evaluator) {
        List<String> metrics = study.standings().metrics();
        if (metrics.size() < 2) {
            return Optional.empty();
        }
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("", "task", false));
        columns.add(new Column("", "pretraining", false));
        metrics.forEach(metric -> columns.add(new Column("", metric, true)));
        List<Row> rows = new ArrayList<>();
        for (String task : study.tasks()) {
            boolean first = true;
            for (Arm arm : study.arms()) {
                List<Cell> cells = new ArrayList<>();
                cells.add(Cell.of(task));
                cells.add(Cell.of(arm.id()));
                for (String metric : metrics) {
                    cells.add(
                            cell(study.standings().of(study.series(arm, task, evaluator), metric)));
                }
                rows.add(new Row(cells, first && !rows.isEmpty()));
                first = false;
            }
        }
        return Optional.of(
                new Table(
                        "metrics." + evaluator,
                        "All metrics with %s".formatted(evaluator),
                        columns,
                        rows,
                        List.of(
                                "Means over repeats of the means over folds. Brier score and calibration error: the lower, the better.")));
    }

    private static Cell cell(ScoreSummary standing) {
        return Cell.of(Numbers.of(standing.mean()));
    }
}
