/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.stored;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.modan.runtime.plan.Plan;

/**
 * A row of results.csv: one metric of one fold, or a cell that failed.
 *
 * @param repeat from 0; empty in a damaged row
 * @param fold from 0; empty if the cell failed
 * @param value finite; empty if the cell failed or the metric is no number
 * @param cell the folder of the cell under cells/
 */
public record ResultLine(
        String arm,
        String strategy,
        String task,
        String evaluator,
        OptionalInt repeat,
        OptionalInt fold,
        String metric,
        OptionalDouble value,
        boolean failed,
        String cell) {

    static ResultLine of(CsvFile.Line line) {
        return new ResultLine(
                line.text("arm"),
                line.text("strategy"),
                line.text("dataset"),
                line.text("evaluator"),
                line.integer("repeat"),
                line.integer("fold"),
                line.text("metric"),
                line.number("value"),
                line.text("status").equals("failed"),
                line.text("cell"));
    }

    public boolean isControl() {
        return strategy.equals(Plan.CONTROL);
    }
}
