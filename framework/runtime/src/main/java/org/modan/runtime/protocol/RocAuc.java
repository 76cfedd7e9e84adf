/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.protocol;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The area under the ROC curve.
 *
 * <p>With {@code R+} the sum of the positives' ranks (ties share the mean of theirs), {@code n+}
 * and {@code n-} the counts of both classes,
 *
 * <pre>AUC = (R+ - n+ (n+ + 1) / 2) / (n+ n-)</pre>
 *
 * which is the share of positive-negative pairs ranked rightly, ties counting one half (Hanley and
 * McNeil, Radiology 143, 1982). Range 0 to 1; 0.5 is chance.
 */
public final class RocAuc {

    private RocAuc() {}

    /**
     * @param labels 0 or 1
     * @param scores finite; the higher, the more likely 1
     * @throws IllegalArgumentException if lengths differ, a score is no number or a class is absent
     */
    public static double of(int[] labels, double[] scores) {
        if (labels.length != scores.length) {
            throw new IllegalArgumentException(
                    "%d labels but %d scores".formatted(labels.length, scores.length));
        }
        for (double score : scores) {
            if (!Double.isFinite(score)) {
                throw new IllegalArgumentException("a score is " + score);
            }
        }
        int[] order =
                IntStream.range(0, scores.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> scores[i]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        long positives = IntStream.of(labels).filter(label -> label == 1).count();
        long negatives = labels.length - positives;
        if (positives == 0 || negatives == 0) {
            throw new IllegalArgumentException(
                    "AUC needs both classes, not %d positives and %d negatives"
                            .formatted(positives, negatives));
        }
        double rankSum = 0;
        for (int start = 0; start < order.length; ) {
            int end = start;
            int tiedPositives = 0;
            while (end < order.length && scores[order[end]] == scores[order[start]]) {
                tiedPositives += labels[order[end]];
                end++;
            }
            double meanRank = (start + 1 + end) / 2.0;
            rankSum += meanRank * tiedPositives;
            start = end;
        }
        return (rankSum - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
    }
}
