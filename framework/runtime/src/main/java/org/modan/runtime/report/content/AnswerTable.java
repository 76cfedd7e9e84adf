/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.content;

import java.util.ArrayList;
import java.util.List;
import org.modan.runtime.report.stored.ComparisonLine;
import org.modan.runtime.report.summary.Study;
import org.modan.runtime.report.summary.Verdict;
import org.modan.runtime.report.summary.Verdicts;
import org.modan.runtime.report.table.Table;
import org.modan.runtime.report.table.Table.Cell;
import org.modan.runtime.report.table.Table.Column;
import org.modan.runtime.report.table.Table.Row;
import org.modan.runtime.report.text.Numbers;

/** Which arm is ahead on each task, and how sure that is. */
final class AnswerTable {

    private AnswerTable() {}

    static Table of(Study study, Verdicts verdicts) {
        List<Row> rows = new ArrayList<>();
        for (String evaluator : study.evaluators()) {
            boolean first = true;
            for (Verdict verdict : verdicts.of(evaluator)) {
                rows.add(row(verdict, first && !rows.isEmpty()));
                first = false;
            }
        }
        boolean corrected =
                study.run().comparisons().stream().anyMatch(line -> line.holm().isPresent());
        return new Table(
                "answer",
                "The best arm of each task, by mean %s".formatted(study.metricTitle()),
                List.of(
                        new Column("", "task", false),
                        new Column("", "evaluator", false),
                        new Column("", "best arm", false),
                        new Column("", study.metricTitle(), true),
                        new Column("", "tested", false),
                        new Column("", "difference", true),
                        new Column("", "95% interval", true),
                        new Column("", corrected ? "p after Holm" : "p", true),
                        new Column("", "the lead is", false)),
                rows,
                List.of());
    }

    private static Row row(Verdict verdict, boolean apart) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(verdict.task()));
        cells.add(Cell.of(verdict.evaluator()));
        cells.add(verdict.best().map(Cell::strong).orElseGet(() -> Cell.gap("nothing measured")));
        cells.add(Cell.of(Numbers.of(verdict.standing().mean())));
        if (verdict.comparison().isPresent()) {
            ComparisonLine line = verdict.comparison().get();
            cells.add(Cell.of("%s against %s".formatted(line.arm(), line.reference())));
            cells.add(
                    Cell.of(
                            line.difference().isPresent()
                                    ? Numbers.signed(line.difference().getAsDouble())
                                    : Numbers.NOTHING));
            cells.add(
                    Cell.of("%s to %s".formatted(Numbers.of(line.low()), Numbers.of(line.high()))));
            cells.add(Cell.of(Numbers.p(line.holm().isPresent() ? line.holm() : line.p())));
        } else {
            cells.add(Cell.of(Numbers.NOTHING));
            cells.add(Cell.of(Numbers.NOTHING));
            cells.add(Cell.of(Numbers.NOTHING));
            cells.add(Cell.of(Numbers.NOTHING));
        }
        cells.add(Cell.of(verdict.certainty().words()));
        return new Row(cells, apart);
    }
}
