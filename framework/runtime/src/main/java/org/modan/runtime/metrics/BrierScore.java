/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.metrics;

/**
 * The Brier score of a probability: {@code mean of (score - label)^2}.
 *
 * <p>Range 0 to 1, smaller is better; always saying one half gives 0.25 (Brier, Monthly Weather
 * Review 78, 1950, in the form for two classes that counts one of them).
 */
final class BrierScore {

    private BrierScore() {}

    /**
     * @param labels 0 or 1
     * @param scores probabilities of label 1
     * @throws IllegalArgumentException if lengths differ, there are none, or a score is outside 0
     *     to 1
     */
    public static double of(int[] labels, double[] scores) {
        ScoredLabels all = new ScoredLabels(labels, scores);
        all.refuseScoresThatAreNoProbabilities("the Brier score");
        double sum = 0;
        for (int i = 0; i < all.size(); i++) {
            double error = all.score(i) - all.label(i);
            sum += error * error;
        }
        return sum / all.size();
    }
}
