/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.results;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.modan.runtime.cell.CellResult;
import org.modan.runtime.cell.CellResult.FoldResult;
import org.modan.runtime.cell.CellResult.Status;
import org.modan.runtime.cell.CellStore;
import org.modan.runtime.cell.Predictions;
import org.modan.runtime.cell.Predictions.Prediction;
import org.modan.runtime.metrics.FoldMetrics;
import org.modan.runtime.metrics.Metric;
import org.modan.runtime.metrics.MetricName;
import org.modan.runtime.plan.CellKey;
import org.modan.runtime.plan.Plan.Entry;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/**
 * The rows of results.csv for a plan: every metric, computed from the predictions that are kept.
 * What was computed is remembered, since the table is written again after every cell.
 */
final class PlanResults {

    private record Measured(FoldResult fold, Map<MetricName, Double> values) {}

    private final CellStore cells;
    private final Map<CellKey, List<Measured>> remembered = new HashMap<>();

    PlanResults(CellStore cells) {
        this.cells = requireNonNull(cells, "cells is null");
    }

    /** One row for each metric of each fold of what was run, and one for each cell that failed. */
    List<ResultRow> rows(List<Entry> entries) {
        List<ResultRow> rows = new ArrayList<>();
        for (Entry entry : entries) {
            CellKey key = entry.cell().key();
            Optional<CellResult> result = cells.find(key);
            if (result.isEmpty()) {
                continue;
            }
            if (result.get().status() == Status.FAILED) {
                rows.add(failed(entry));
                continue;
            }
            if (!remembered.containsKey(key) && cells.isDone(key)) {
                remembered.put(key, measure(key, result.get()));
            }
            remembered
                    .getOrDefault(key, List.of())
                    .forEach(
                            fold ->
                                    fold.values()
                                            .forEach(
                                                    (metric, value) ->
                                                            rows.add(
                                                                    row(
                                                                            entry,
                                                                            fold.fold(),
                                                                            metric,
                                                                            value))));
        }
        return rows;
    }

    private List<Measured> measure(CellKey key, CellResult result) {
        Path file = cells.folder(key).resolve(CellStore.PREDICTIONS);
        Map<Integer, List<Prediction>> byFold;
        try {
            byFold =
                    Predictions.read(file).stream()
                            .collect(Collectors.groupingBy(Prediction::fold));
        } catch (IOException e) {
            throw TableFile.unusable(file, e);
        }
        return result.folds().stream()
                .map(fold -> measure(file, fold, byFold.getOrDefault(fold.fold(), List.of())))
                .toList();
    }

    private static Measured measure(Path file, FoldResult fold, List<Prediction> predictions) {
        for (Prediction one : predictions) {
            if (!Double.isFinite(one.score())) {
                throw new ModanException(
                        ErrorCode.OUTPUT,
                        "%s: the score of %s is %s; delete the cell's folder to have it run again"
                                .formatted(file, one.sample(), one.score()));
            }
        }
        return new Measured(
                fold,
                FoldMetrics.of(
                        predictions.stream().map(Prediction::group).toList(),
                        predictions.stream().mapToInt(Prediction::label).toArray(),
                        predictions.stream().mapToDouble(Prediction::score).toArray(),
                        fold.threshold()));
    }

    private static ResultRow row(Entry entry, FoldResult fold, MetricName metric, double value) {
        return new ResultRow(
                entry.arm(),
                entry.strategy(),
                entry.task(),
                entry.evaluator(),
                fold.repeat(),
                OptionalInt.of(fold.fold()),
                metric.text(),
                OptionalDouble.of(value),
                OptionalInt.of(fold.trainSize()),
                OptionalInt.of(fold.testSize()),
                Status.DONE,
                entry.cell().key().folder());
    }

    private static ResultRow failed(Entry entry) {
        return new ResultRow(
                entry.arm(),
                entry.strategy(),
                entry.task(),
                entry.evaluator(),
                entry.repeat(),
                OptionalInt.empty(),
                Metric.AUC.word(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Status.FAILED,
                entry.cell().key().folder());
    }
}
