/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.results;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.modan.runtime.cell.CellResult.Status;

/** Rows of results.csv for tests: five-fold parts of 100 images, one cell a repeat. */
final class Rows {

    private final List<ResultRow> rows = new ArrayList<>();

    /** The AUC of each fold of each repeat. */
    Rows arm(String arm, double[]... repeats) {
        return metric(arm, "auc", repeats);
    }

    Rows metric(String arm, String metric, double[]... repeats) {
        for (int repeat = 0; repeat < repeats.length; repeat++) {
            repeat(arm, metric, repeat, 20, arm + "-" + repeat, repeats[repeat]);
        }
        return this;
    }

    Rows repeat(String arm, String metric, int repeat, int testSize, String cell, double... folds) {
        for (int fold = 0; fold < folds.length; fold++) {
            rows.add(
                    new ResultRow(
                            arm,
                            "any",
                            "busi",
                            "fine-tune",
                            repeat,
                            OptionalInt.of(fold),
                            metric,
                            OptionalDouble.of(folds[fold]),
                            OptionalInt.of(100 - testSize),
                            OptionalInt.of(testSize),
                            Status.DONE,
                            cell));
        }
        return this;
    }

    Rows failed(String arm, int repeat) {
        rows.add(
                new ResultRow(
                        arm,
                        "any",
                        "busi",
                        "fine-tune",
                        repeat,
                        OptionalInt.empty(),
                        "auc",
                        OptionalDouble.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        Status.FAILED,
                        arm + "-" + repeat));
        return this;
    }

    List<ResultRow> list() {
        return List.copyOf(rows);
    }

    static double[] folds(double... values) {
        return values;
    }
}
