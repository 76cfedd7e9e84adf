/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.modan.runtime.cell.Predictions.Prediction;

/**
 * A receiver operating characteristic, averaged vertically: at each false positive rate the true
 * positive rates of the folds' own curves are averaged within a repeat, and these averages over the
 * repeats (Fawcett, Pattern Recognition Letters 27, 2006, section 8.1). Scores of different folds
 * come from different models and are never pooled. The area under it is, but for the grid, the mean
 * AUC of the tables.
 *
 * <p>Of one fold, with {@code n+} positives and {@code n-} negatives, each distinct score {@code t}
 * gives the point {@code (#{negatives >= t} / n-, #{positives >= t} / n+)}; points are joined by
 * straight lines, so that ties count one half.
 *
 * @param truePositiveRates at the false positive rates {@code 0, 1/(n-1), ..., 1}
 */
public record RocCurve(double[] truePositiveRates) {

    /** Points of the grid, both ends counted. */
    public static final int POINTS = 101;

    public RocCurve {
        truePositiveRates = truePositiveRates.clone();
    }

    @Override
    public double[] truePositiveRates() {
        return truePositiveRates.clone();
    }

    /** Empty if no fold has both classes. */
    public static Optional<RocCurve> of(List<Prediction> predictions) {
        Map<Integer, Map<Integer, List<Prediction>>> folds = new TreeMap<>();
        for (Prediction prediction : predictions) {
            folds.computeIfAbsent(prediction.repeat(), repeat -> new TreeMap<>())
                    .computeIfAbsent(prediction.fold(), fold -> new ArrayList<>())
                    .add(prediction);
        }
        List<double[]> repeats = new ArrayList<>();
        for (Map<Integer, List<Prediction>> repeat : folds.values()) {
            List<double[]> curves =
                    repeat.values().stream()
                            .map(RocCurve::curve)
                            .flatMap(Optional::stream)
                            .toList();
            if (!curves.isEmpty()) {
                repeats.add(mean(curves));
            }
        }
        return repeats.isEmpty() ? Optional.empty() : Optional.of(new RocCurve(mean(repeats)));
    }

    private static double[] mean(List<double[]> curves) {
        double[] mean = new double[POINTS];
        for (double[] curve : curves) {
            for (int i = 0; i < POINTS; i++) {
                mean[i] += curve[i] / curves.size();
            }
        }
        return mean;
    }

    private static Optional<double[]> curve(List<Prediction> fold) {
        List<Prediction> ranked =
                fold.stream()
                        .filter(prediction -> Double.isFinite(prediction.score()))
                        .sorted(Comparator.comparingDouble(Prediction::score).reversed())
                        .toList();
        long positives = ranked.stream().filter(prediction -> prediction.label() == 1).count();
        long negatives = ranked.size() - positives;
        if (positives == 0 || negatives == 0) {
            return Optional.empty();
        }
        List<double[]> corners = new ArrayList<>(List.of(new double[] {0, 0}));
        double hits = 0;
        double alarms = 0;
        for (int i = 0; i < ranked.size(); i++) {
            if (ranked.get(i).label() == 1) {
                hits++;
            } else {
                alarms++;
            }
            boolean lastOfTies =
                    i + 1 == ranked.size() || ranked.get(i + 1).score() != ranked.get(i).score();
            if (lastOfTies) {
                corners.add(new double[] {alarms / negatives, hits / positives});
            }
        }
        return Optional.of(onGrid(corners));
    }

    /** Where the curve rises straight up, the upper end counts. */
    private static double[] onGrid(List<double[]> corners) {
        double[] rates = new double[POINTS];
        int corner = 0;
        for (int i = 0; i < POINTS; i++) {
            double at = i / (POINTS - 1.0);
            while (corner + 1 < corners.size() && corners.get(corner + 1)[0] <= at) {
                corner++;
            }
            double[] left = corners.get(corner);
            if (corner + 1 == corners.size()) {
                rates[i] = left[1];
            } else {
                double[] right = corners.get(corner + 1);
                rates[i] = left[1] + (right[1] - left[1]) * (at - left[0]) / (right[0] - left[0]);
            }
        }
        return rates;
    }
}
