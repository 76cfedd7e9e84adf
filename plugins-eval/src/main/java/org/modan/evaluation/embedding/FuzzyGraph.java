/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.embedding;

import java.util.stream.IntStream;

/**
 * UMAP's fuzzy simplicial set (McInnes, Healy, Melville 2018, arXiv:1802.03426, section 3.1):
 * {@code w(i -> j) = exp(-max(0, d_ij - rho_i) / sigma_i)} with {@code rho_i} the distance to the
 * nearest neighbour that is not at distance 0, and {@code sigma_i} such that the weights of a row
 * sum to {@code log2(n)} for n neighbours, the point itself counted as umap-learn counts it. Both
 * directions are joined by {@code a + b - a b}.
 */
final class FuzzyGraph {

    /** umap-learn's floor of sigma, as a share of the mean distance. */
    private static final double LEAST_SIGMA = 1e-3;

    private FuzzyGraph() {}

    static SparseGraph of(Neighbours neighbours) {
        double meanOfAll =
                IntStream.range(0, neighbours.rows())
                                .mapToDouble(i -> mean(neighbours.distances()[i]))
                                .sum()
                        / neighbours.rows();
        double[][] weights =
                IntStream.range(0, neighbours.rows())
                        .parallel()
                        .mapToObj(i -> weights(neighbours.distances()[i], meanOfAll))
                        .toArray(double[][]::new);
        return SparseGraph.symmetric(neighbours.indices(), weights, (a, b) -> a + b - a * b);
    }

    private static double[] weights(double[] distances, double meanOfAll) {
        double nearest = 0;
        for (int i = 0; i < distances.length && nearest == 0; i++) {
            nearest = distances[i];
        }
        double rho = nearest;
        double target = StrictMath.log(distances.length + 1.0) / StrictMath.log(2);
        double found = Bandwidth.of(sigma -> sum(distances, rho, sigma), target);
        double floor = LEAST_SIGMA * (rho > 0 ? mean(distances) : meanOfAll);
        double sigma = Math.max(found, floor);
        double[] weights = new double[distances.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weight(distances[i], rho, sigma);
        }
        return weights;
    }

    private static double sum(double[] distances, double rho, double sigma) {
        double sum = 0;
        for (double distance : distances) {
            sum += weight(distance, rho, sigma);
        }
        return sum;
    }

    private static double weight(double distance, double rho, double sigma) {
        return distance <= rho || sigma == 0 ? 1 : StrictMath.exp((rho - distance) / sigma);
    }

    /** With the point's own distance of 0. */
    private static double mean(double[] distances) {
        double sum = 0;
        for (double distance : distances) {
            sum += distance;
        }
        return sum / (distances.length + 1);
    }
}
