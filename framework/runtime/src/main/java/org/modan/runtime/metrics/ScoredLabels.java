/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.metrics;

import java.util.Comparator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Labels and scores that belong together, looked through once for every metric. */
final class ScoredLabels {

    private final int[] labels;
    private final double[] scores;
    private final int positives;

    /**
     * @throws IllegalArgumentException if lengths differ, a label is neither 0 nor 1, or a score is
     *     not finite
     */
    ScoredLabels(int[] labels, double[] scores) {
        if (labels.length != scores.length) {
            throw new IllegalArgumentException(
                    "%d labels but %d scores".formatted(labels.length, scores.length));
        }
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] != 0 && labels[i] != 1) {
                throw new IllegalArgumentException("a label is " + labels[i] + ", not 0 or 1");
            }
            if (!Double.isFinite(scores[i])) {
                throw new IllegalArgumentException("a score is " + scores[i]);
            }
        }
        this.labels = labels.clone();
        this.scores = scores.clone();
        this.positives = IntStream.of(labels).sum();
    }

    int size() {
        return labels.length;
    }

    int label(int i) {
        return labels[i];
    }

    double score(int i) {
        return scores[i];
    }

    int positives() {
        return positives;
    }

    int negatives() {
        return labels.length - positives;
    }

    boolean hasBothClasses() {
        return positives() > 0 && negatives() > 0;
    }

    /** Whether every score may be read as a probability. */
    boolean areProbabilities() {
        return DoubleStream.of(scores).allMatch(score -> score >= 0 && score <= 1);
    }

    /** Positions by ascending score. */
    int[] ascending() {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The end of a run of equal scores. */
    int endOfTies(int[] order, int start) {
        int end = start + 1;
        while (end < order.length && scores[order[end]] == scores[order[start]]) {
            end++;
        }
        return end;
    }

    void refuseOneClass(String metric) {
        if (!hasBothClasses()) {
            throw new IllegalArgumentException(
                    "%s needs both classes, not %d positives and %d negatives"
                            .formatted(metric, positives(), negatives()));
        }
    }

    void refuseScoresThatAreNoProbabilities(String metric) {
        if (size() == 0) {
            throw new IllegalArgumentException(metric + " needs at least one score");
        }
        if (!areProbabilities()) {
            throw new IllegalArgumentException(metric + " needs scores from 0 to 1");
        }
    }
}
