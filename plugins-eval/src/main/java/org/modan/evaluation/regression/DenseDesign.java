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
        return Vectors.product(values[row], weights);
    }

    @Override
    public void addTo(double[] sum, int row, double factor) {
        double[] x = values[row];
        for (int j = 0; j < columns; j++) {
            sum[j] += factor * x[j];
        }
    }
}
