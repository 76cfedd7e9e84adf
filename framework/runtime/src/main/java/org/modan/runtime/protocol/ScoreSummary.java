/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.protocol;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * One arm's scores on one task in one metric, summed up as the paper does: folds are averaged
 * within a repeat, and these averages over the repeats.
 *
 * @param mean over repeats of the mean over folds; empty if nothing was scored
 * @param spread sample standard deviation, with {@code n - 1} below: of the repeats' means or, with
 *     one repeat, of its folds; empty with fewer than two values
 * @param repeats that were scored
 * @param folds scores that went in
 */
public record ScoreSummary(OptionalDouble mean, OptionalDouble spread, int repeats, int folds) {

    /** Of an arm that was not scored. */
    public static ScoreSummary none() {
        return of(List.of());
    }

    /**
     * @param repeats the fold scores of each, at least one
     */
    public static ScoreSummary of(List<double[]> repeats) {
        double[] means = repeats.stream().mapToDouble(ScoreSummary::mean).toArray();
        double[] spreadOver = repeats.size() == 1 ? repeats.get(0) : means;
        return new ScoreSummary(
                DoubleStream.of(means).average(),
                deviation(spreadOver),
                repeats.size(),
                repeats.stream().mapToInt(folds -> folds.length).sum());
    }

    /** Whether the spread is that of repeats, not of folds. */
    public boolean isOverRepeats() {
        return repeats > 1;
    }

    private static double mean(double[] values) {
        return DoubleStream.of(values).average().orElseThrow();
    }

    private static OptionalDouble deviation(double[] values) {
        if (values.length < 2) {
            return OptionalDouble.empty();
        }
        double mean = mean(values);
        double squares = DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).sum();
        return OptionalDouble.of(Math.sqrt(squares / (values.length - 1)));
    }
}
