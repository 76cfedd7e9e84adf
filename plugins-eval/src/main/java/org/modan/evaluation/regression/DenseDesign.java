/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.regression;

/**
 * Rows of numbers.
 *
 * @param values one array for each row, all of one length; not copied
 */
public record DenseDesign(double[][] values, int columns) implements Design {

    /**
     * @param values at least one row
     */
    public static DenseDesign of(double[][] values) {
        return new DenseDesign(values, values[0].length);
    }

    @Override
    public int rows() {
        return values.length;
    }

    @Override
    public double product(int row, double[] weights) {
        double[] x = values[row];
        // Four sums at once: one alone waits for each addition to end before the next.
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int j = 0;
        for (; j + 3 < columns; j += 4) {
            a += x[j] * weights[j];
            b += x[j + 1] * weights[j + 1];
            c += x[j + 2] * weights[j + 2];
            d += x[j + 3] * weights[j + 3];
        }
        for (; j < columns; j++) {
            a += x[j] * weights[j];
        }
        return a + b + c + d;
    }

    @Override
    public void addTo(double[] sum, int row, double factor) {
        double[] x = values[row];
        for (int j = 0; j < columns; j++) {
            sum[j] += factor * x[j];
        }
    }
}
