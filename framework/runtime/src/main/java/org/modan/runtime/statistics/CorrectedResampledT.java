/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The corrected resampled t-test of Nadeau and Bengio (Machine Learning 52, 2003: the first of
 * their two new estimators of the variance), for repeated cross-validation as Bouckaert and Frank
 * put it (PAKDD 2004).
 *
 * <p>The {@code n = r k} differences of {@code r} repeats of {@code k} folds are not independent:
 * any two training parts share most of their images. With their mean {@code m} and their sample
 * variance {@code s^2},
 *
 * <pre>
 * SE = sqrt(s^2 (1/n + n_test/n_train))        t = m / SE        df = n - 1
 * </pre>
 *
 * where the plain t-test has {@code 1/n} alone and finds differences that are not there. The 95%
 * interval is {@code m -+ t(0.975, df) SE}.
 */
public final class CorrectedResampledT {

    /**
     * What the test came to.
     *
     * @param mean of the differences
     * @param standardError corrected
     * @param statistic t
     * @param degreesOfFreedom n - 1
     * @param p 0 to 1
     * @param interval of the mean
     */
    public record Result(
            double mean,
            double standardError,
            double statistic,
            int degreesOfFreedom,
            double p,
            Interval interval) {}

    private CorrectedResampledT() {}

    /**
     * @param differences one for each fold of each repeat
     * @param testToTrain images tested by images fitted on, {@code n_test/n_train}: 1/4 with five
     *     folds
     * @return no result with fewer than two differences, or if all are the same
     * @throws IllegalArgumentException if the ratio is negative or not finite
     */
    public static Finding<Result> test(
            PairedDifferences differences, double testToTrain, Alternative alternative) {
        if (!Double.isFinite(testToTrain) || testToTrain < 0) {
            throw new IllegalArgumentException("n_test/n_train is " + testToTrain);
        }
        int n = differences.size();
        if (n < 2) {
            return Finding.impossible(
                    "a t-test needs at least two differences, not %d".formatted(n));
        }
        if (differences.zeros() == n) {
            return Finding.impossible("all differences are zero: they have no spread to test with");
        }
        double mean = differences.mean();
        double variance = 0;
        for (double value : differences.values()) {
            variance += (value - mean) * (value - mean) / (n - 1);
        }
        double standardError = Math.sqrt(variance * (1.0 / n + testToTrain));
        if (standardError <= Math.abs(mean) * 1e-12) {
            return Finding.impossible(
                    "all differences are the same: they have no spread to test with");
        }
        double t = mean / standardError;
        TDistribution distribution = TDistribution.of(n - 1);
        double reach = distribution.inverseSurvivalProbability(Interval.TAIL) * standardError;
        return Finding.of(
                new Result(
                        mean,
                        standardError,
                        t,
                        n - 1,
                        alternative.p(
                                distribution.cumulativeProbability(t),
                                distribution.survivalProbability(t)),
                        new Interval(mean - reach, mean + reach)));
    }
}
