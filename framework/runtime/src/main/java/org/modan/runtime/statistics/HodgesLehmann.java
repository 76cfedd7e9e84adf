/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The Hodges-Lehmann estimate of a shift: the median of the {@code M = n(n+1)/2} Walsh averages
 * {@code (d_i + d_j) / 2}, {@code i <= j}, of the differences (Annals of Mathematical Statistics
 * 34, 1963).
 *
 * <p>Its interval is the set of shifts that the exact signed-rank test would not refuse (Hollander
 * and Wolfe, Nonparametric Statistical Methods, section 3.3): with the averages in ascending order
 * {@code A_1 ... A_M}, from {@code A_c} to {@code A_(M+1-c)}, where {@code c} is the largest number
 * with {@code P(W+ <= c - 1) <= 0.025}. It covers with at least 95%; with ties with more. Above
 * {@value SignFlips#MOST} differences {@code c} comes from the normal distribution.
 */
public final class HodgesLehmann {

    /** Fewer differences than this have no interval of 95%: even the widest covers less. */
    public static final int FEWEST_FOR_INTERVAL = 6;

    private HodgesLehmann() {}

    /**
     * @return no result without differences
     */
    public static Finding<Double> shift(PairedDifferences differences) {
        if (differences.size() == 0) {
            return Finding.impossible("there are no differences");
        }
        double[] averages = walshAverages(differences.values());
        int half = averages.length / 2;
        return Finding.of(
                averages.length % 2 == 1
                        ? averages[half]
                        : (averages[half - 1] + averages[half]) / 2);
    }

    /**
     * @return no result with fewer than {@value #FEWEST_FOR_INTERVAL} differences
     */
    public static Finding<Interval> interval(PairedDifferences differences) {
        int n = differences.size();
        if (n < FEWEST_FOR_INTERVAL) {
            return Finding.impossible(
                    "an exact interval of 95%% needs at least %d differences, not %d"
                            .formatted(FEWEST_FOR_INTERVAL, n));
        }
        double[] averages = walshAverages(differences.values());
        int c = critical(n);
        return Finding.of(new Interval(averages[c - 1], averages[averages.length - c]));
    }

    private static int critical(int n) {
        if (n > SignFlips.MOST) {
            double variance = n * (n + 1.0) * (2.0 * n + 1) / 24;
            NormalDistribution normal =
                    NormalDistribution.of(n * (n + 1.0) / 4, Math.sqrt(variance));
            return (int) Math.floor(normal.inverseCumulativeProbability(Interval.TAIL));
        }
        SignFlips flips = SignFlips.untied(n);
        int c = 1;
        while (flips.lower(2 * c) <= Interval.TAIL) {
            c++;
        }
        return c;
    }

    private static double[] walshAverages(double[] values) {
        double[] averages = new double[values.length * (values.length + 1) / 2];
        int next = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = i; j < values.length; j++) {
                averages[next++] = (values[i] + values[j]) / 2;
            }
        }
        Arrays.sort(averages);
        return averages;
    }
}
