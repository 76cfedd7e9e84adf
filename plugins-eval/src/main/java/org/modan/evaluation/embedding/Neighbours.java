/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.embedding;

import java.util.Arrays;

/**
 * The nearest others of each vector, nearest first; of equally near ones the earlier first.
 *
 * @param indices of the neighbours of each row, itself not among them
 * @param distances to them, by the metric
 */
record Neighbours(int[][] indices, double[][] distances) {

    int rows() {
        return indices.length;
    }

    /** The nearest alone. */
    Neighbours nearest(int count) {
        int[][] fewer = new int[rows()][];
        double[][] near = new double[rows()][];
        for (int i = 0; i < rows(); i++) {
            int length = Math.min(count, indices[i].length);
            fewer[i] = Arrays.copyOf(indices[i], length);
            near[i] = Arrays.copyOf(distances[i], length);
        }
        return new Neighbours(fewer, near);
    }
}
