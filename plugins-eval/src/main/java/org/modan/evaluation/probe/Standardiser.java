/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.probe;

/**
 * Brings features to mean 0 and variance 1 on the samples it was fitted on: {@code (x - m) / s}
 * with {@code s^2} the mean of {@code (x - m)^2}. A feature that is the same for all of them
 * becomes 0 for them and is left unscaled for others, as scikit-learn's {@code StandardScaler} has
 * it.
 */
final class Standardiser {

    private final double[] mean;
    private final double[] deviation;

    private Standardiser(double[] mean, double[] deviation) {
        this.mean = mean;
        this.deviation = deviation;
    }

    /**
     * @param rows at least one, of the training part
     */
    static Standardiser fit(double[][] rows) {
        int width = rows[0].length;
        double[] mean = new double[width];
        double[] deviation = new double[width];
        for (double[] row : rows) {
            for (int j = 0; j < width; j++) {
                mean[j] += row[j] / rows.length;
            }
        }
        for (double[] row : rows) {
            for (int j = 0; j < width; j++) {
                deviation[j] += (row[j] - mean[j]) * (row[j] - mean[j]) / rows.length;
            }
        }
        for (int j = 0; j < width; j++) {
            // What rounding leaves of a constant is no scale.
            double smallest = 1e-12 * Math.abs(mean[j]);
            double root = Math.sqrt(deviation[j]);
            deviation[j] = root > smallest ? root : 1;
        }
        return new Standardiser(mean, deviation);
    }

    /** New rows. */
    double[][] apply(double[][] rows) {
        double[][] standard = new double[rows.length][mean.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < mean.length; j++) {
                standard[i][j] = (rows[i][j] - mean[j]) / deviation[j];
            }
        }
        return standard;
    }
}
