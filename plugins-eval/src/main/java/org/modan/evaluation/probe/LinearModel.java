/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.probe;

import java.util.Arrays;

/**
 * {@code p = 1 / (1 + exp(-(w f + b)))}, the probability of the positive class; changed in place as
 * it is trained.
 */
final class LinearModel {

    private final double[] values;

    /**
     * @param values the weights, and the bias last; not copied
     */
    LinearModel(double[] values) {
        this.values = values;
    }

    int size() {
        return values.length;
    }

    double probability(double[] row) {
        int width = values.length - 1;
        double sum = values[width];
        for (int j = 0; j < width; j++) {
            sum += values[j] * row[j];
        }
        return 1 / (1 + StrictMath.exp(-sum));
    }

    double[] probabilities(double[][] rows) {
        return Arrays.stream(rows).mapToDouble(this::probability).toArray();
    }

    /**
     * The gradient of the cross-entropy, averaged over a batch.
     *
     * @param gradient receives it, the bias's last
     */
    void gradient(double[][] rows, int[] labels, int[] batch, double[] gradient) {
        int width = values.length - 1;
        Arrays.fill(gradient, 0);
        for (int index : batch) {
            double[] row = rows[index];
            double share = (probability(row) - labels[index]) / batch.length;
            for (int j = 0; j < width; j++) {
                gradient[j] += share * row[j];
            }
            gradient[width] += share;
        }
    }

    void descend(double[] step) {
        for (int j = 0; j < values.length; j++) {
            values[j] -= step[j];
        }
    }
}
