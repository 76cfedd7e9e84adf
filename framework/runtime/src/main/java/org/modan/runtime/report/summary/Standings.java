/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.summary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.modan.runtime.report.stored.ResultLine;
import org.modan.runtime.report.stored.Series;

/**
 * The means of results.csv, as the paper sums up: folds are averaged within a repeat, and these
 * averages over the repeats.
 */
public final class Standings {

    private record Key(Series series, String metric) {}

    private final Map<Key, Standing> standings;
    private final List<String> metrics;

    private Standings(Map<Key, Standing> standings, Collection<String> metrics) {
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
        Map<Key, Standing> standings = new LinkedHashMap<>();
        values.forEach((key, repeats) -> standings.put(key, standing(repeats.values())));
        return new Standings(standings, metrics);
    }

    private static Standing standing(Collection<List<Double>> repeats) {
        double[] means = repeats.stream().mapToDouble(Standings::mean).toArray();
        double[] spreadOver =
                means.length > 1
                        ? means
                        : repeats.iterator().next().stream().mapToDouble(v -> v).toArray();
        return new Standing(
                DoubleStream.of(means).average(),
                deviation(spreadOver),
                means.length,
                repeats.stream().mapToInt(List::size).sum());
    }

    private static double mean(List<Double> folds) {
        return folds.stream().mapToDouble(fold -> fold).average().orElseThrow();
    }

    private static OptionalDouble deviation(double[] values) {
        if (values.length < 2) {
            return OptionalDouble.empty();
        }
        double mean = DoubleStream.of(values).average().orElseThrow();
        double squares = DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).sum();
        return OptionalDouble.of(Math.sqrt(squares / (values.length - 1)));
    }

    public Standing of(Series series, String metric) {
        return Optional.ofNullable(standings.get(new Key(series, metric)))
                .orElseGet(Standing::none);
    }

    /** In the order results have them. */
    public List<String> metrics() {
        return metrics;
    }
}
