/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.summary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.modan.runtime.protocol.ScoreSummary;
import org.modan.runtime.report.stored.ResultLine;
import org.modan.runtime.report.stored.Series;

/** Every series of results.csv, summed up. */
public final class Standings {

    private record Key(Series series, String metric) {}

    private final Map<Key, ScoreSummary> standings;
    private final List<String> metrics;

    private Standings(Map<Key, ScoreSummary> standings, Collection<String> metrics) {
        this.standings = standings;
        this.metrics = List.copyOf(metrics);
    }

    public static Standings of(List<ResultLine> results) {
        Map<Key, Map<Integer, List<Double>>> values = new LinkedHashMap<>();
        Set<String> metrics = new LinkedHashSet<>();
        for (ResultLine line : results) {
            if (line.failed() || line.value().isEmpty() || line.repeat().isEmpty()) {
                continue;
            }
            metrics.add(line.metric());
            values.computeIfAbsent(
                            new Key(
                                    new Series(line.arm(), line.task(), line.evaluator()),
                                    line.metric()),
                            key -> new TreeMap<>())
                    .computeIfAbsent(line.repeat().getAsInt(), repeat -> new ArrayList<>())
                    .add(line.value().getAsDouble());
        }
        Map<Key, ScoreSummary> standings = new LinkedHashMap<>();
        values.forEach((key, repeats) -> standings.put(key, summary(repeats.values())));
        return new Standings(standings, metrics);
    }

    private static ScoreSummary summary(Collection<List<Double>> repeats) {
        return ScoreSummary.of(
                repeats.stream()
                        .map(folds -> folds.stream().mapToDouble(Double::doubleValue).toArray())
                        .toList());
    }

    public ScoreSummary of(Series series, String metric) {
        return Optional.ofNullable(standings.get(new Key(series, metric)))
                .orElseGet(ScoreSummary::none);
    }

    /** In the order results have them. */
    public List<String> metrics() {
        return metrics;
    }
}
