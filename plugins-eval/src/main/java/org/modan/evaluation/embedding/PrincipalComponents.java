/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.embedding;

import java.util.List;
import java.util.stream.IntStream;
import org.modan.spi.Representation.Measure;
import org.modan.spi.Seed;

/**
 * The first two principal components: {@code x = X v_1}, {@code y = X v_2} for the unit
 * eigenvectors of the covariance {@code X'X / (n - 1)} with the largest eigenvalues, X being
 * centred. An eigenvector's component of largest size is positive, as scikit-learn has it, so that
 * maps are not mirrored by chance. The share of the variance that each explains is a measure.
 */
final class PrincipalComponents implements Projection {

    private static final int BLOCK = 256;

    @Override
    public int neighbours() {
        return 0;
    }

    @Override
    public Layout layout(FeatureMatrix matrix, Neighbours neighbours, Seed seed) {
        double[][] scatter = scatter(matrix);
        double total = IntStream.range(0, scatter.length).mapToDouble(k -> scatter[k][k]).sum();
        if (total == 0) {
            return Layout.of(new double[matrix.rows()], new double[matrix.rows()]);
        }
        LeadingAxes axes = LeadingAxes.of(scatter);
        return new Layout(
                scores(matrix, axes.vectors()[0]),
                scores(matrix, axes.vectors()[1]),
                List.of(
                        explained("explained-variance-x", axes.values()[0] / total),
                        explained("explained-variance-y", axes.values()[1] / total)));
    }

    private static Measure explained(String name, double share) {
        return Measure.of(name, share);
    }

    private static double[] scores(FeatureMatrix matrix, double[] axis) {
        double[] scores = new double[matrix.rows()];
        for (int i = 0; i < scores.length; i++) {
            float[] row = matrix.row(i);
            for (int k = 0; k < row.length; k++) {
                scores[i] += row[k] * axis[k];
            }
        }
        return scores;
    }

    /** {@code X'X}; each row of it is summed by one thread, over the vectors in their order. */
    private static double[][] scatter(FeatureMatrix matrix) {
        int width = matrix.width();
        double[][] scatter = new double[width][width];
        for (int start = 0; start < matrix.rows(); start += BLOCK) {
            double[][] block = new double[Math.min(BLOCK, matrix.rows() - start)][width];
            for (int i = 0; i < block.length; i++) {
                float[] row = matrix.row(start + i);
                for (int k = 0; k < width; k++) {
                    block[i][k] = row[k];
                }
            }
            IntStream.range(0, width)
                    .parallel()
                    .forEach(
                            k -> {
                                for (double[] vector : block) {
                                    addScaled(vector[k], vector, scatter[k]);
                                }
                            });
        }
        return scatter;
    }

    private static void addScaled(double factor, double[] vector, double[] sums) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] += factor * vector[j];
        }
    }
}
