/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.metrics;

import java.util.Locale;
import java.util.OptionalDouble;

/** What scores are judged by, in the order in which tables list it. */
public enum Metric {
    AUC,
    AVERAGE_PRECISION,
    BALANCED_ACCURACY,
    SENSITIVITY,
    SPECIFICITY,
    BRIER,
    CALIBRATION_ERROR;

    /** How tables and experiment files spell it: {@code average-precision}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a larger value is a better one. */
    public boolean isBetterHigher() {
        return this != BRIER && this != CALIBRATION_ERROR;
    }

    /**
     * The value on one fold.
     *
     * @param labels 0 or 1
     * @param scores finite; the higher, the more likely 1
     * @param threshold from which a score is positive, chosen on the training part; empty if it is
     *     not known
     * @return empty where it is not defined: with one class only, without a threshold for what
     *     needs one, or of scores that are no probabilities for what needs these
     * @throws IllegalArgumentException if lengths differ or a score is no number
     */
    public OptionalDouble of(int[] labels, double[] scores, OptionalDouble threshold) {
        ScoredLabels all = new ScoredLabels(labels, scores);
        return switch (this) {
            case AUC ->
                    all.hasBothClasses()
                            ? OptionalDouble.of(RocAuc.of(labels, scores))
                            : OptionalDouble.empty();
            case AVERAGE_PRECISION ->
                    all.hasBothClasses()
                            ? OptionalDouble.of(AveragePrecision.of(labels, scores))
                            : OptionalDouble.empty();
            case BALANCED_ACCURACY, SENSITIVITY, SPECIFICITY ->
                    threshold.isPresent()
                            ? of(Confusion.of(labels, scores, threshold.getAsDouble()))
                            : OptionalDouble.empty();
            case BRIER ->
                    all.size() > 0 && all.areProbabilities()
                            ? OptionalDouble.of(BrierScore.of(labels, scores))
                            : OptionalDouble.empty();
            case CALIBRATION_ERROR ->
                    all.size() > 0 && all.areProbabilities()
                            ? OptionalDouble.of(CalibrationError.of(labels, scores))
                            : OptionalDouble.empty();
        };
    }

    private OptionalDouble of(Confusion confusion) {
        return switch (this) {
            case SENSITIVITY -> confusion.sensitivity();
            case SPECIFICITY -> confusion.specificity();
            default -> confusion.balancedAccuracy();
        };
    }
}
