/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.embedding;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntPredicate;

/**
 * Finds the exact nearest neighbours of each vector among some of them. Candidates come from
 * float32 distances, a few more than asked for; which of them are nearest is decided in double.
 */
final class NeighbourSearch implements AllDistances.RowVisitor {

    private static final int SPARE = 8;

    private record Candidate(int index, double squared) {}

    private final FeatureMatrix matrix;
    private final IntPredicate among;
    private final int count;
    private final int[][] indices;
    private final double[][] distances;

    /**
     * @param among the rows that have and are neighbours; the others have none
     * @param count of neighbours, fewer where there are not as many others
     */
    NeighbourSearch(FeatureMatrix matrix, IntPredicate among, int count) {
        this.matrix = matrix;
        this.among = among;
        this.count = count;
        this.indices = new int[matrix.rows()][0];
        this.distances = new double[matrix.rows()][0];
    }

    @Override
    public void visit(int row, float[] squared) {
        if (!among.test(row)) {
            return;
        }
        NearestHeap heap = new NearestHeap(count + SPARE);
        for (int j = 0; j < squared.length; j++) {
            if (j != row && among.test(j)) {
                heap.offer(squared[j], j);
            }
        }
        Candidate[] nearest =
                Arrays.stream(heap.indices())
                        .mapToObj(j -> new Candidate(j, matrix.squaredDistance(row, j)))
                        .sorted(
                                Comparator.comparingDouble(Candidate::squared)
                                        .thenComparingInt(Candidate::index))
                        .limit(count)
                        .toArray(Candidate[]::new);
        indices[row] = Arrays.stream(nearest).mapToInt(Candidate::index).toArray();
        distances[row] =
                Arrays.stream(nearest)
                        .mapToDouble(near -> matrix.metric().distance(near.squared()))
                        .toArray();
    }

    Neighbours found() {
        return new Neighbours(indices, distances);
    }
}
