/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.metrics;

import java.util.OptionalDouble;

/**
 * What a threshold makes of scores: a score of at least the threshold is called positive.
 *
 * @param truePositives label 1, called positive
 * @param falseNegatives label 1, called negative
 * @param trueNegatives label 0, called negative
 * @param falsePositives label 0, called positive
 */
record Confusion(int truePositives, int falseNegatives, int trueNegatives, int falsePositives) {

    /**
     * @param labels 0 or 1
     * @param scores finite
     * @param threshold from which a score is positive
     * @throws IllegalArgumentException if lengths differ, a score or the threshold is no number
     */
    public static Confusion of(int[] labels, double[] scores, double threshold) {
        if (Double.isNaN(threshold)) {
            throw new IllegalArgumentException("the threshold is NaN");
        }
        ScoredLabels all = new ScoredLabels(labels, scores);
        int truePositives = 0;
        int falsePositives = 0;
        for (int i = 0; i < all.size(); i++) {
            if (all.score(i) >= threshold) {
                truePositives += all.label(i);
                falsePositives += 1 - all.label(i);
            }
        }
        return new Confusion(
                truePositives,
                all.positives() - truePositives,
                all.negatives() - falsePositives,
                falsePositives);
    }

    /** The share of label 1 that is called positive; empty if there is no label 1. */
    public OptionalDouble sensitivity() {
        return share(truePositives, falseNegatives);
    }

    /** The share of label 0 that is called negative; empty if there is no label 0. */
    public OptionalDouble specificity() {
        return share(trueNegatives, falsePositives);
    }

    /** The mean of sensitivity and specificity; empty if a class is absent. Chance is one half. */
    public OptionalDouble balancedAccuracy() {
        OptionalDouble sensitivity = sensitivity();
        OptionalDouble specificity = specificity();
        return sensitivity.isPresent() && specificity.isPresent()
                ? OptionalDouble.of((sensitivity.getAsDouble() + specificity.getAsDouble()) / 2)
                : OptionalDouble.empty();
    }

    private static OptionalDouble share(int right, int wrong) {
        return right + wrong == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) right / (right + wrong));
    }
}
