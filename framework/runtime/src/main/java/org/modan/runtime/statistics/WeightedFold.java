/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.modan.runtime.statistics.PatientBootstrap.Scored;

/**
 * The images of one fold, sorted once by the scores of either arm, so that a resample costs no more
 * than a walk along them.
 */
final class WeightedFold {

    private final int repeat;
    private final Ranking first;
    private final Ranking second;

    private WeightedFold(int repeat, Ranking first, Ranking second) {
        this.repeat = repeat;
        this.first = first;
        this.second = second;
    }

    static WeightedFold of(int repeat, List<Scored> images, Map<String, Integer> patients) {
        return new WeightedFold(
                repeat,
                Ranking.of(images, patients, Scored::first),
                Ranking.of(images, patients, Scored::second));
    }

    int repeat() {
        return repeat;
    }

    /**
     * The difference of the arms' AUC, first minus second.
     *
     * @param counts how often each patient was drawn
     * @return empty if a class was not drawn
     */
    OptionalDouble difference(int[] counts) {
        OptionalDouble one = first.auc(counts);
        OptionalDouble other = second.auc(counts);
        return one.isPresent() && other.isPresent()
                ? OptionalDouble.of(one.getAsDouble() - other.getAsDouble())
                : OptionalDouble.empty();
    }

    /**
     * Images by ascending score.
     *
     * @param patients whose each is
     * @param labels 0 or 1
     * @param scores ascending
     */
    private record Ranking(int[] patients, int[] labels, double[] scores) {

        static Ranking of(
                List<Scored> images, Map<String, Integer> patients, ToDoubleFunction<Scored> by) {
            List<Scored> sorted = images.stream().sorted(Comparator.comparingDouble(by)).toList();
            double[] scores = sorted.stream().mapToDouble(by).toArray();
            for (double score : scores) {
                if (!Double.isFinite(score)) {
                    throw new IllegalArgumentException("a score is " + score);
                }
            }
            return new Ranking(
                    sorted.stream().mapToInt(image -> patients.get(image.patient())).toArray(),
                    sorted.stream().mapToInt(Scored::label).toArray(),
                    scores);
        }

        /** The share of positive-negative pairs ranked rightly, ties counting half. */
        OptionalDouble auc(int[] counts) {
            long negatives = 0;
            long positives = 0;
            double right = 0;
            for (int start = 0; start < scores.length; ) {
                long tiedNegatives = 0;
                long tiedPositives = 0;
                int end = start;
                while (end < scores.length && scores[end] == scores[start]) {
                    int count = counts[patients[end]];
                    tiedPositives += labels[end] == 1 ? count : 0;
                    tiedNegatives += labels[end] == 1 ? 0 : count;
                    end++;
                }
                right += tiedPositives * (negatives + tiedNegatives / 2.0);
                negatives += tiedNegatives;
                positives += tiedPositives;
                start = end;
            }
            return positives == 0 || negatives == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(right / ((double) positives * negatives));
        }
    }
}
