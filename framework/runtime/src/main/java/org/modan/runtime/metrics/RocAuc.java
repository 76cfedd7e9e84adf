/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.metrics;

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
        ScoredLabels all = new ScoredLabels(labels, scores);
        all.refuseOneClass("AUC");
        long positives = all.positives();
        int[] order = all.ascending();
        double rankSum = 0;
        for (int start = 0; start < order.length; ) {
            int end = all.endOfTies(order, start);
            int tiedPositives = 0;
            for (int i = start; i < end; i++) {
                tiedPositives += all.label(order[i]);
            }
            double meanRank = (start + 1 + end) / 2.0;
            rankSum += meanRank * tiedPositives;
            start = end;
        }
        return (rankSum - positives * (positives + 1) / 2.0)
                / ((double) positives * all.negatives());
    }
}
