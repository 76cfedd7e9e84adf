/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modan.runtime.report.stored.Series;
import org.modan.runtime.report.summary.Coverage;
import org.modan.runtime.report.summary.Gap;
import org.modan.runtime.report.table.Table;
import org.modan.runtime.report.table.Table.Cell;
import org.modan.runtime.report.table.Table.Column;
import org.modan.runtime.report.table.Table.Row;

/** What has no scores, and why. */
final class GapsTable {

    private record Kind(Series series, boolean failed, String cause) {}

    private GapsTable() {}

    static Optional<Table> of(Coverage coverage) {
        if (coverage.gaps().isEmpty()) {
            return Optional.empty();
        }
        Map<Kind, List<String>> repeats = new LinkedHashMap<>();
        for (Gap gap : coverage.gaps()) {
            repeats.computeIfAbsent(
                            new Kind(gap.series(), gap.failed(), gap.cause()),
                            kind -> new ArrayList<>())
                    .add(Integer.toString(gap.repeat()));
        }
        List<Row> rows = new ArrayList<>();
        repeats.forEach(
                (kind, numbers) ->
                        rows.add(
                                new Row(
                                        List.of(
                                                Cell.of(kind.series().arm()),
                                                Cell.of(kind.series().task()),
                                                Cell.of(kind.series().evaluator()),
                                                Cell.of(String.join(", ", numbers)),
                                                Cell.gap(kind.failed() ? "failed" : "not run"),
                                                Cell.of(kind.cause())),
                                        false)));
        return Optional.of(
                new Table(
                        "missing",
                        "Evaluations without scores",
                        List.of(
                                new Column("", "arm", false),
                                new Column("", "task", false),
                                new Column("", "evaluator", false),
                                new Column("", "repeats", false),
                                new Column("", "state", false),
                                new Column("", "cause", false)),
                        rows,
                        List.of("Repeats count from 0, as in results.csv.")));
    }
}
