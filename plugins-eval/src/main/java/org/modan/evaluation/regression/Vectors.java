/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.regression;

/** Sums and products of vectors. */
public final class Vectors {

    private Vectors() {}

    /** The product of all of {@code x} with as much of {@code y}. */
    public static double product(double[] x, double[] y) {
        // Four sums at once: one alone waits for each addition to end before the next.
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int j = 0;
        for (; j + 3 < x.length; j += 4) {
            a += x[j] * y[j];
            b += x[j + 1] * y[j + 1];
            c += x[j + 2] * y[j + 2];
            d += x[j + 3] * y[j + 3];
        }
        for (; j < x.length; j++) {
            a += x[j] * y[j];
        }
        return a + b + c + d;
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
