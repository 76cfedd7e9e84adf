/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.metrics;

/**
 * The expected calibration error of the probability of label 1.
 *
 * <p>Scores fall into {@value #BINS} bins of equal width, {@code [0, 0.1], (0.1, 0.2], ..., (0.9,
 * 1]}. With {@code n_b} scores in bin {@code b}, their mean {@code p_b} and the share {@code y_b}
 * of label 1 among them,
 *
 * <pre>ECE = sum over b of n_b / n |y_b - p_b|</pre>
 *
 * (Naeini, Cooper and Hauskrecht, AAAI 2015; in Guo et al., ICML 2017, the same is done with the
 * probability of the predicted class.) Range 0 to 1, smaller is better. On few samples it is biased
 * upwards: the same number of samples makes arms comparable, not the value itself.
 */
final class CalibrationError {

    /** How many bins there are. */
    public static final int BINS = 10;

    private CalibrationError() {}

    /**
     * @param labels 0 or 1
     * @param scores probabilities of label 1
     * @throws IllegalArgumentException if lengths differ, there are none, or a score is outside 0
     *     to 1
     */
    public static double of(int[] labels, double[] scores) {
        ScoredLabels all = new ScoredLabels(labels, scores);
        all.refuseScoresThatAreNoProbabilities("calibration error");
        double[] surplus = new double[BINS];
        for (int i = 0; i < all.size(); i++) {
            surplus[bin(all.score(i))] += all.label(i) - all.score(i);
        }
        double sum = 0;
        for (double bin : surplus) {
            sum += Math.abs(bin);
        }
        return sum / all.size();
    }

    private static int bin(double score) {
        return Math.max(0, (int) Math.ceil(score * BINS) - 1);
    }
}
