/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.metrics;

import java.util.OptionalDouble;

/**
 * The threshold that maximises Youden's {@code J = sensitivity + specificity - 1} (Cancer 3, 1950).
 *
 * <p>It is to be chosen on the scores of the images an evaluator was fitted on, never on those that
 * are then judged with it. A score of at least the threshold is positive. Candidates are the lowest
 * score, which calls all positive, and the midpoints between neighbouring distinct scores, so that
 * classes that are wholly apart are divided half-way between them. Of several that are equally good
 * it is the lowest: the one with the highest sensitivity.
 */
public final class YoudenThreshold {

    private YoudenThreshold() {}

    /**
     * @param labels 0 or 1, of the training part
     * @param scores finite, of the training part
     * @return empty if a class is absent
     * @throws IllegalArgumentException if lengths differ or a score is no number
     */
    public static OptionalDouble choose(int[] labels, double[] scores) {
        ScoredLabels all = new ScoredLabels(labels, scores);
        if (!all.hasBothClasses()) {
            return OptionalDouble.empty();
        }
        int[] order = all.ascending();
        double threshold = all.score(order[0]);
        long best = 0;
        long positivesBelow = 0;
        long negativesBelow = 0;
        for (int start = 0; start < order.length; ) {
            int end = all.endOfTies(order, start);
            for (int i = start; i < end; i++) {
                positivesBelow += all.label(order[i]);
                negativesBelow += 1 - all.label(order[i]);
            }
            // J times both counts: whole numbers, so that equals are seen as equal.
            long j = negativesBelow * all.positives() - positivesBelow * all.negatives();
            if (end < order.length && j > best) {
                best = j;
                threshold = between(all.score(order[start]), all.score(order[end]));
            }
            start = end;
        }
        return OptionalDouble.of(threshold);
    }

    /** Half-way, but never the lower one, which would be called positive then. */
    private static double between(double lower, double upper) {
        double middle = lower / 2 + upper / 2;
        return middle > lower ? middle : upper;
    }
}
