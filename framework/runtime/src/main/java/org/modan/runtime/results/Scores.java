/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.modan.runtime.cell.CellResult;
import org.modan.runtime.cell.CellStore;
import org.modan.runtime.plan.Plan;
import org.modan.runtime.plan.Plan.Entry;

/**
 * Sums up the AUC of each arm, task and evaluator as the paper does: fold AUCs are averaged within
 * a repeat, and these averages over the repeats.
 */
public final class Scores {

    /**
     * The AUC of one arm on one task.
     *
     * @param mean over repeats of the mean over folds; empty if nothing was scored
     * @param spread sample standard deviation: over the repeats' means or, with a single repeat,
     *     over its folds; empty with fewer than two values
     * @param overRepeats what the spread is over
     * @param folds how many fold scores went in
     * @param expected how many there will be when all is done
     */
    public record Score(
            String arm,
            String task,
            String evaluator,
            OptionalDouble mean,
            OptionalDouble spread,
            boolean overRepeats,
            int folds,
            int expected) {}

    private record Row(String arm, String task, String evaluator) {}

    private Scores() {}

    /** One row for each arm, task and evaluator, in the experiment's order. */
    public static List<Score> of(Plan plan, CellStore cells) {
        Map<Row, List<Entry>> rows = new LinkedHashMap<>();
        for (Entry entry : plan.entries()) {
            rows.computeIfAbsent(
                            new Row(entry.arm(), entry.task(), entry.evaluator()),
                            row -> new ArrayList<>())
                    .add(entry);
        }
        List<Score> scores = new ArrayList<>();
        rows.forEach((row, entries) -> scores.add(score(row, entries, cells)));
        return scores;
    }

    private static Score score(Row row, List<Entry> entries, CellStore cells) {
        List<double[]> repeats = new ArrayList<>();
        int expected = 0;
        for (Entry entry : entries) {
            expected += entry.cell().task().folds().folds();
            cells.find(entry.cell().key())
                    .filter(result -> result.status() == CellResult.Status.DONE)
                    .map(
                            result ->
                                    result.folds().stream()
                                            .flatMapToDouble(fold -> fold.auc().stream())
                                            .toArray())
                    .filter(folds -> folds.length > 0)
                    .ifPresent(repeats::add);
        }
        double[] means =
                repeats.stream()
                        .mapToDouble(folds -> DoubleStream.of(folds).average().orElseThrow())
                        .toArray();
        boolean overRepeats = means.length > 1;
        double[] spreadOver = overRepeats || repeats.isEmpty() ? means : repeats.get(0);
        return new Score(
                row.arm(),
                row.task(),
                row.evaluator(),
                DoubleStream.of(means).average(),
                standardDeviation(spreadOver),
                overRepeats,
                repeats.stream().mapToInt(folds -> folds.length).sum(),
                expected);
    }

    private static OptionalDouble standardDeviation(double[] values) {
        if (values.length < 2) {
            return OptionalDouble.empty();
        }
        double mean = DoubleStream.of(values).average().orElseThrow();
        double squares = DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).sum();
        return OptionalDouble.of(Math.sqrt(squares / (values.length - 1)));
    }
}
