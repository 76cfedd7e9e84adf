/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.regression;

import java.util.stream.IntStream;

/**
 * {@code p = 1 / (1 + exp(-(w x + b)))}, the probability of label 1.
 *
 * @param weights not copied
 */
public record LogisticModel(double[] weights, double intercept) {

    /** The probability of 1/2 for every row. */
    static LogisticModel zero(int columns) {
        return new LogisticModel(new double[columns], 0);
    }

    /** One for each row, from 0 to 1. */
    public double[] probabilities(Design rows) {
        return IntStream.range(0, rows.rows())
                .mapToDouble(row -> 1 / (1 + StrictMath.exp(-logit(rows, row))))
                .toArray();
    }

    /**
     * The sum of {@code -log p} of the rows' own labels.
     *
     * @param labels 0 or 1 for each row
     */
    double loss(Design rows, int[] labels) {
        double loss = 0;
        for (int row = 0; row < rows.rows(); row++) {
            double logit = logit(rows, row);
            loss += softplus(labels[row] == 1 ? -logit : logit);
        }
        return loss;
    }

    double logit(Design rows, int row) {
        return rows.product(row, weights) + intercept;
    }

    /** {@code log(1 + exp(x))}, without overflow. */
    static double softplus(double x) {
        return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
    }
}
