/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.embedding;

import java.util.random.RandomGenerator;
import org.modan.spi.Seed;

/**
 * The two eigenvectors of a symmetric positive semidefinite matrix with the largest eigenvalues, by
 * subspace iteration with Rayleigh-Ritz projection (Golub and Van Loan, Matrix Computations,
 * section 8.2.4).
 *
 * @param values the eigenvalues, the larger first
 * @param vectors of length 1, their component of largest size positive; all 0 beyond the rank
 */
record LeadingAxes(double[] values, double[][] vectors) {

    private static final int AXES = 2;
    private static final int SUBSPACE = 10;
    private static final int ROUNDS = 1000;

    /** Of the residual {@code ||A v - lambda v||}, as a share of the largest eigenvalue. */
    private static final double TOLERANCE = 1e-10;

    static LeadingAxes of(double[][] matrix) {
        int width = matrix.length;
        int size = Math.min(SUBSPACE, width);
        double[][] basis = start(size, width);
        double[] values = new double[size];
        for (int round = 0; round < ROUNDS; round++) {
            orthonormalise(basis);
            double[][] images = images(matrix, basis);
            SymmetricEigen small = SymmetricEigen.of(products(basis, images));
            basis = combine(small.vectors(), basis);
            double[][] turned = combine(small.vectors(), images);
            values = small.values();
            if (residual(turned, basis, values) <= TOLERANCE * values[0]) {
                break;
            }
            basis = turned;
        }
        return result(values, basis, width);
    }

    private static LeadingAxes result(double[] values, double[][] basis, int width) {
        double[] largest = new double[AXES];
        double[][] axes = new double[AXES][width];
        for (int i = 0; i < Math.min(AXES, basis.length); i++) {
            double length = Math.sqrt(product(basis[i], basis[i]));
            double sign = signOfLargest(basis[i]);
            largest[i] = Math.max(0, values[i]);
            for (int k = 0; k < width && length > 0; k++) {
                axes[i][k] = sign * basis[i][k] / length;
            }
        }
        return new LeadingAxes(largest, axes);
    }

    private static double signOfLargest(double[] vector) {
        double largest = 0;
        for (double value : vector) {
            largest = Math.abs(value) > Math.abs(largest) ? value : largest;
        }
        return largest < 0 ? -1 : 1;
    }

    private static double residual(double[][] images, double[][] basis, double[] values) {
        double worst = 0;
        for (int i = 0; i < Math.min(AXES, basis.length); i++) {
            double sum = 0;
            for (int k = 0; k < basis[i].length; k++) {
                double difference = images[i][k] - values[i] * basis[i][k];
                sum += difference * difference;
            }
            worst = Math.max(worst, Math.sqrt(sum));
        }
        return worst;
    }

    private static double[][] start(int size, int width) {
        // Any start will do, and the same one always.
        RandomGenerator random = new Seed(0).derive("leading-axes").random();
        double[][] basis = new double[size][width];
        for (double[] vector : basis) {
            for (int k = 0; k < width; k++) {
                vector[k] = random.nextDouble() - 0.5;
            }
        }
        return basis;
    }

    /** Gram-Schmidt, twice; what lies in the span of those before it becomes 0. */
    private static void orthonormalise(double[][] basis) {
        for (int i = 0; i < basis.length; i++) {
            double before = Math.sqrt(product(basis[i], basis[i]));
            for (int pass = 0; pass < 2; pass++) {
                for (int j = 0; j < i; j++) {
                    add(basis[i], -product(basis[i], basis[j]), basis[j]);
                }
            }
            double length = Math.sqrt(product(basis[i], basis[i]));
            double scale = length > 1e-14 * before ? 1 / length : 0;
            for (int k = 0; k < basis[i].length; k++) {
                basis[i][k] *= scale;
            }
        }
    }

    private static double[][] images(double[][] matrix, double[][] basis) {
        double[][] images = new double[basis.length][matrix.length];
        for (int i = 0; i < basis.length; i++) {
            for (int k = 0; k < matrix.length; k++) {
                add(images[i], basis[i][k], matrix[k]);
            }
        }
        return images;
    }

    private static double[][] products(double[][] basis, double[][] images) {
        double[][] products = new double[basis.length][basis.length];
        for (int i = 0; i < basis.length; i++) {
            for (int j = 0; j <= i; j++) {
                products[i][j] = product(basis[i], images[j]);
                products[j][i] = products[i][j];
            }
        }
        return products;
    }

    private static double[][] combine(double[][] weights, double[][] vectors) {
        double[][] sums = new double[weights.length][vectors[0].length];
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < vectors.length; j++) {
                add(sums[i], weights[i][j], vectors[j]);
            }
        }
        return sums;
    }

    private static void add(double[] sums, double factor, double[] vector) {
        for (int k = 0; k < sums.length; k++) {
            sums[k] += factor * vector[k];
        }
    }

    private static double product(double[] first, double[] second) {
        double sum = 0;
        for (int k = 0; k < first.length; k++) {
            sum += first[k] * second[k];
        }
        return sum;
    }
}
