/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.embedding;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * All eigenvalues of a small symmetric matrix, by cyclic Jacobi rotations (Golub and Van Loan,
 * Matrix Computations, section 8.5).
 *
 * @param values the largest first
 * @param vectors of length 1, one a row, in the order of the values
 */
record SymmetricEigen(double[] values, double[][] vectors) {

    private static final int SWEEPS = 60;

    static SymmetricEigen of(double[][] matrix) {
        int size = matrix.length;
        double[][] a = new double[size][];
        double[][] rotated = new double[size][size];
        for (int i = 0; i < size; i++) {
            a[i] = matrix[i].clone();
            rotated[i][i] = 1;
        }
        boolean isDiagonal = false;
        for (int sweep = 0; sweep < SWEEPS && !isDiagonal; sweep++) {
            isDiagonal = true;
            for (int p = 0; p < size; p++) {
                for (int q = p + 1; q < size; q++) {
                    isDiagonal &= !rotate(a, rotated, p, q);
                }
            }
        }
        int[] order =
                IntStream.range(0, size)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> -a[i][i]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        double[] values = new double[size];
        double[][] vectors = new double[size][];
        for (int i = 0; i < size; i++) {
            values[i] = a[order[i]][order[i]];
            vectors[i] = rotated[order[i]];
        }
        return new SymmetricEigen(values, vectors);
    }

    /** Makes {@code a[p][q]} 0; whether it was not so already, as far as double can tell. */
    private static boolean rotate(double[][] a, double[][] rotated, int p, int q) {
        double off = a[p][q];
        if (Math.abs(off) <= 1e-17 * (Math.abs(a[p][p]) + Math.abs(a[q][q]))) {
            return false;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * off);
        double tangent = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
        double cosine = 1 / Math.hypot(tangent, 1);
        double sine = tangent * cosine;
        for (int k = 0; k < a.length; k++) {
            double kp = a[k][p];
            double kq = a[k][q];
            a[k][p] = cosine * kp - sine * kq;
            a[k][q] = sine * kp + cosine * kq;
        }
        turn(a, p, q, cosine, sine);
        turn(rotated, p, q, cosine, sine);
        a[p][q] = 0;
        a[q][p] = 0;
        return true;
    }

    private static void turn(double[][] rows, int p, int q, double cosine, double sine) {
        for (int k = 0; k < rows[p].length; k++) {
            double first = rows[p][k];
            double second = rows[q][k];
            rows[p][k] = cosine * first - sine * second;
            rows[q][k] = sine * first + cosine * second;
        }
    }
}
