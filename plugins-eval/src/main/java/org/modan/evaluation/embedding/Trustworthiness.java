/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.embedding;

import java.util.stream.LongStream;

/**
 * How far a map can be trusted to put together only what belongs together (Venna and Kaski 2001,
 * doi:10.1007/3-540-44668-0_68), as scikit-learn defines it: {@code 1 - 2 / (n k (2n - 3k - 1))
 * sum_i sum_{j in U_k(i)} (r(i, j) - k)}, where U_k(i) are those of the k nearest points of i in
 * the map that are not among its k nearest in feature space, and r(i, j) is the rank of j there,
 * the nearest being 1. From 0 to 1.
 */
final class Trustworthiness implements AllDistances.RowVisitor {

    private final int[][] mapNeighbours;
    private final int count;
    private final long[] penalties;

    private Trustworthiness(int[][] mapNeighbours, int count) {
        this.mapNeighbours = mapNeighbours;
        this.count = count;
        this.penalties = new long[mapNeighbours.length];
    }

    /**
     * @param distances of the features
     * @param count of neighbours, k; greater than 0 and less than half the rows
     */
    static double of(AllDistances distances, PlaneDistances map, int rows, int count) {
        int[][] mapNeighbours = new int[rows][];
        map.forEachRow((row, squared) -> mapNeighbours[row] = nearest(row, squared, count));
        Trustworthiness ranks = new Trustworthiness(mapNeighbours, count);
        distances.forEachRow(ranks);
        double worst = (double) rows * count * (2.0 * rows - 3.0 * count - 1) / 2;
        return 1 - LongStream.of(ranks.penalties).sum() / worst;
    }

    private static int[] nearest(int row, float[] squared, int count) {
        NearestHeap heap = new NearestHeap(count);
        for (int j = 0; j < squared.length; j++) {
            if (j != row) {
                heap.offer(squared[j], j);
            }
        }
        return heap.indices();
    }

    @Override
    public void visit(int row, float[] squared) {
        int[] near = mapNeighbours[row];
        float farthest = 0;
        for (int j : near) {
            farthest = Math.max(farthest, squared[j]);
        }
        int[] ranks = new int[near.length];
        for (int j = 0; j < squared.length; j++) {
            if (squared[j] <= farthest && j != row) {
                for (int i = 0; i < near.length; i++) {
                    float other = squared[near[i]];
                    ranks[i] += squared[j] < other || squared[j] == other && j <= near[i] ? 1 : 0;
                }
            }
        }
        for (int rank : ranks) {
            penalties[row] += Math.max(0, rank - count);
        }
    }
}
