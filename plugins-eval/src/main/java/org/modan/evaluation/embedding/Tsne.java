/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.embedding;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.modan.spi.Seed;

/**
 * t-SNE (van der Maaten and Hinton 2008) with the Barnes-Hut approximation (van der Maaten 2014,
 * JMLR 15): {@code p(j|i) ~ exp(-beta_i d_ij^2)} over the {@code 3 * perplexity} nearest
 * neighbours, {@code beta_i} such that the entropy is {@code log(perplexity)}, and {@code p_ij =
 * (p(j|i) + p(i|j)) / 2n}. It starts from the principal components, both divided by the same number
 * so that the first has a standard deviation of 1e-4 (Kobak and Berens 2019,
 * doi:10.1038/s41467-019-13056-x).
 */
final class Tsne implements Projection {

    private static final double START_DEVIATION = 1e-4;
    private static final double START_NOISE = 1e-6;

    private final double perplexity;

    Tsne(double perplexity) {
        this.perplexity = perplexity;
    }

    @Override
    public int neighbours() {
        return (int) Math.ceil(3 * perplexity);
    }

    @Override
    public Layout layout(FeatureMatrix matrix, Neighbours found, Seed seed) {
        RandomGenerator random = seed.random();
        Layout start = new PrincipalComponents().layout(matrix, found, seed);
        double deviation = deviation(start.x());
        shrink(start.x(), deviation, random);
        shrink(start.y(), deviation, random);
        SparseGraph affinities = affinities(found.nearest(neighbours()));
        new TsneLayout(affinities).optimise(start.x(), start.y());
        return Layout.of(start.x(), start.y());
    }

    private SparseGraph affinities(Neighbours neighbours) {
        double[][] weights =
                IntStream.range(0, neighbours.rows())
                        .parallel()
                        .mapToObj(i -> conditional(neighbours.distances()[i]))
                        .toArray(double[][]::new);
        int rows = neighbours.rows();
        return SparseGraph.symmetric(
                neighbours.indices(), weights, (forth, back) -> (forth + back) / (2 * rows));
    }

    /** {@code p(j|i)} of one row, which sum to 1. */
    double[] conditional(double[] distances) {
        // Of few neighbours none has a greater entropy than equal shares of all.
        double target = StrictMath.log(Math.min(perplexity, 0.99 * distances.length));
        double variance = Bandwidth.of(width -> entropy(shares(distances, width)), target);
        return shares(distances, variance);
    }

    /**
     * @param variance {@code 1 / beta}
     */
    private static double[] shares(double[] distances, double variance) {
        double[] shares = new double[distances.length];
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            double nearest = distances[0] * distances[0];
            shares[i] = StrictMath.exp((nearest - distances[i] * distances[i]) / variance);
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    private static double entropy(double[] shares) {
        double entropy = 0;
        for (double share : shares) {
            entropy -= share > 0 ? share * StrictMath.log(share) : 0;
        }
        return entropy;
    }

    /** Of values whose mean is 0. */
    private static double deviation(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return Math.sqrt(sum / values.length);
    }

    private static void shrink(double[] values, double deviation, RandomGenerator random) {
        for (int i = 0; i < values.length; i++) {
            double scaled = deviation == 0 ? 0 : values[i] / deviation * START_DEVIATION;
            values[i] = scaled + START_NOISE * (2 * random.nextDouble() - 1);
        }
    }
}
