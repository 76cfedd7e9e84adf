/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.metrics;

/**
 * Average precision: the area under the precision-recall curve, as a sum of steps.
 *
 * <p>With {@code P_k} and {@code R_k} precision and recall when everything that scores at least the
 * {@code k}-th highest <em>distinct</em> score is called positive, and {@code R_0 = 0},
 *
 * <pre>AP = sum over k of (R_k - R_(k-1)) P_k</pre>
 *
 * which is scikit-learn's {@code average_precision_score}. Equal scores are one step, so that their
 * order does not matter, and nothing is interpolated (Davis and Goadrich, ICML 2006). Range 0 to 1;
 * chance is the share of positives.
 */
final class AveragePrecision {

    private AveragePrecision() {}

    /**
     * @param labels 0 or 1
     * @param scores finite; the higher, the more likely 1
     * @throws IllegalArgumentException if lengths differ, a score is no number or a class is absent
     */
    public static double of(int[] labels, double[] scores) {
        ScoredLabels all = new ScoredLabels(labels, scores);
        all.refuseOneClass("average precision");
        int[] order = all.ascending();
        int right = all.positives();
        double sum = 0;
        // From the lowest score up, so that one search for ties serves every metric: before a run
        // of equal scores everything from its start on is called positive.
        for (int start = 0; start < order.length; ) {
            int end = all.endOfTies(order, start);
            int tiedPositives = 0;
            for (int i = start; i < end; i++) {
                tiedPositives += all.label(order[i]);
            }
            double precision = (double) right / (order.length - start);
            sum += precision * tiedPositives / all.positives();
            right -= tiedPositives;
            start = end;
        }
        return sum;
    }
}
