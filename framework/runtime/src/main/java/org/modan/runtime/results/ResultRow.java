/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.results;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.modan.runtime.cell.CellResult.Status;

/**
 * One row of results.csv: one metric of one fold, or a cell that failed.
 *
 * @param arm the arm's id, with a matrix's values in brackets
 * @param repeat from 0
 * @param fold from 0; empty if the cell failed
 * @param metric such as {@code auc} or {@code patient-brier}
 * @param value never NaN; empty if the cell failed
 * @param trainSize images fitted on; empty if the cell failed
 * @param testSize images scored; empty if the cell failed
 * @param cell the folder of the cell
 */
public record ResultRow(
        String arm,
        String strategy,
        String dataset,
        String evaluator,
        int repeat,
        OptionalInt fold,
        String metric,
        OptionalDouble value,
        OptionalInt trainSize,
        OptionalInt testSize,
        Status status,
        String cell) {

    public ResultRow {
        requireNonNull(arm, "arm is null");
        requireNonNull(strategy, "strategy is null");
        requireNonNull(dataset, "dataset is null");
        requireNonNull(evaluator, "evaluator is null");
        requireNonNull(metric, "metric is null");
        requireNonNull(status, "status is null");
        requireNonNull(cell, "cell is null");
        boolean measured = fold.isPresent() && value.isPresent();
        if (measured != (status == Status.DONE)
                || measured != (trainSize.isPresent() && testSize.isPresent())) {
            throw new IllegalArgumentException("a row has a value if, and only if, it is done");
        }
        if (measured && !Double.isFinite(value.getAsDouble())) {
            throw new IllegalArgumentException(
                    "%s of %s is %s".formatted(metric, arm, value.getAsDouble()));
        }
    }
}
