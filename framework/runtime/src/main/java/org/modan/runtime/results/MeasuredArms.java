/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.modan.runtime.cell.CellResult.Status;
import org.modan.runtime.metrics.MetricName;
import org.modan.runtime.plan.Plan;

/** The rows of results.csv by dataset and evaluator, and there by arm, in the order of the rows. */
final class MeasuredArms {

    /** Where arms can be compared. */
    record Place(String dataset, String evaluator) {}

    /** What one arm came to at one place. */
    static final class Arm {

        private final Map<String, SortedMap<PairedFolds.Key, ResultRow>> byMetric =
                new LinkedHashMap<>();
        private final Set<String> cells = new TreeSet<>();
        private int failedCells;

        private void add(ResultRow row) {
            cells.add(row.cell());
            if (row.status() == Status.FAILED) {
                failedCells++;
                return;
            }
            byMetric.computeIfAbsent(row.metric(), metric -> new TreeMap<>())
                    .put(new PairedFolds.Key(row.repeat(), row.fold().orElseThrow()), row);
        }

        SortedMap<PairedFolds.Key, ResultRow> folds(MetricName metric) {
            return byMetric.getOrDefault(metric.text(), new TreeMap<>());
        }

        /** Two arms of the same cells are one and the same measurement. */
        Set<String> cells() {
            return cells;
        }

        int failedCells() {
            return failedCells;
        }
    }

    private final Map<Place, Map<String, Arm>> places = new LinkedHashMap<>();

    /** Controls are left out: they are no arms. */
    MeasuredArms(List<ResultRow> rows) {
        rows.stream()
                .filter(row -> !row.strategy().equals(Plan.CONTROL))
                .forEach(
                        row ->
                                places.computeIfAbsent(
                                                new Place(row.dataset(), row.evaluator()),
                                                place -> new LinkedHashMap<>())
                                        .computeIfAbsent(row.arm(), arm -> new Arm())
                                        .add(row));
    }

    List<Place> places() {
        return new ArrayList<>(places.keySet());
    }

    List<String> arms(Place place) {
        return new ArrayList<>(places.get(place).keySet());
    }

    Optional<Arm> find(Place place, String arm) {
        return Optional.ofNullable(places.get(place).get(arm));
    }
}
