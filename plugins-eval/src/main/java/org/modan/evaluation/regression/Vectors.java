/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.regression;

/** Sums and products of vectors of one length. */
final class Vectors {

    private Vectors() {}

    static double product(double[] x, double[] y) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            sum += x[j] * y[j];
        }
        return sum;
    }

    static double[] scaled(double[] x, double factor) {
        double[] scaled = new double[x.length];
        add(scaled, x, factor);
        return scaled;
    }

    /** {@code sum += factor * x}. */
    static void add(double[] sum, double[] x, double factor) {
        for (int j = 0; j < x.length; j++) {
            sum[j] += factor * x[j];
        }
    }
}
