/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.embedding;

import java.util.random.RandomGenerator;
import org.modan.spi.Seed;

/**
 * UMAP (McInnes, Healy, Melville 2018, arXiv:1802.03426) on exact nearest neighbours. Every vector
 * gets its point, also where the neighbours fall into parts without a link. It starts from the
 * first two principal components, which keep more of what lies far apart than the eigenvectors of
 * the graph do (Kobak and Linderman 2021, doi:10.1038/s41587-020-00809-z).
 */
final class Umap implements Projection {

    private static final double EXTENT = 10;
    private static final double NOISE = 1e-4;

    private final int neighbours;
    private final double minDistance;

    /**
     * @param neighbours of each vector, itself counted as umap-learn counts it
     */
    Umap(int neighbours, double minDistance) {
        this.neighbours = neighbours;
        this.minDistance = minDistance;
    }

    @Override
    public int neighbours() {
        return neighbours - 1;
    }

    @Override
    public Layout layout(FeatureMatrix matrix, Neighbours found, Seed seed) {
        RandomGenerator random = seed.random();
        Layout start = new PrincipalComponents().layout(matrix, found, seed);
        spread(start.x(), random);
        spread(start.y(), random);
        SparseGraph graph = FuzzyGraph.of(found.nearest(neighbours()));
        new UmapLayout(graph, UmapCurve.fitted(minDistance)).optimise(start.x(), start.y(), random);
        return Layout.of(start.x(), start.y());
    }

    /** From 0 to 10, and no two at the same place: nothing would ever part them. */
    private static void spread(double[] values, RandomGenerator random) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            double scaled = largest == 0 ? 0 : values[i] / largest * EXTENT;
            values[i] = scaled + NOISE * (2 * random.nextDouble() - 1);
            low = Math.min(low, values[i]);
            high = Math.max(high, values[i]);
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = high == low ? 0 : EXTENT * (values[i] - low) / (high - low);
        }
    }
}
