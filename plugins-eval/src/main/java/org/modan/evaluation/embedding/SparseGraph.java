/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.embedding;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/**
 * A symmetric weighted graph, its edges in both directions, ordered by head and then by tail.
 *
 * @param starts where the edges of each vertex start; one more at the end
 * @param tails the other vertex of each edge
 * @param weights greater than 0
 */
record SparseGraph(int[] starts, int[] tails, double[] weights) {

    int vertices() {
        return starts.length - 1;
    }

    int edges() {
        return tails.length;
    }

    /**
     * Makes directed weights symmetric: {@code w_ij = combine(w(i -> j), w(j -> i))}.
     *
     * @param directed weight of the edge to each neighbour, at least 0
     * @param combine symmetric; a weight of 0 stands for no edge
     */
    static SparseGraph symmetric(
            int[][] neighbours, double[][] directed, DoubleBinaryOperator combine) {
        SortedRows forth = SortedRows.of(neighbours, directed);
        SortedRows back = forth.transposed();
        int rows = neighbours.length;
        int[] starts = new int[rows + 1];
        int[] tails = new int[2 * forth.size()];
        double[] weights = new double[2 * forth.size()];
        int edges = 0;
        for (int i = 0; i < rows; i++) {
            int f = forth.starts[i];
            int b = back.starts[i];
            while (f < forth.starts[i + 1] || b < back.starts[i + 1]) {
                int next = Math.min(forth.column(f, i), back.column(b, i));
                double there = forth.column(f, i) == next ? forth.values[f++] : 0;
                double andBack = back.column(b, i) == next ? back.values[b++] : 0;
                double weight = combine.applyAsDouble(there, andBack);
                if (weight > 0) {
                    tails[edges] = next;
                    weights[edges++] = weight;
                }
            }
            starts[i + 1] = edges;
        }
        return new SparseGraph(starts, Arrays.copyOf(tails, edges), Arrays.copyOf(weights, edges));
    }

    /** Rows of a sparse matrix, each by ascending column. */
    private record SortedRows(int[] starts, int[] columns, double[] values) {

        /** Ordered by two transpositions, each of which orders what it reads row by row. */
        static SortedRows of(int[][] columns, double[][] values) {
            int[] starts = new int[columns.length + 1];
            for (int i = 0; i < columns.length; i++) {
                starts[i + 1] = starts[i] + columns[i].length;
            }
            int[] flat = new int[starts[columns.length]];
            double[] weights = new double[flat.length];
            for (int i = 0; i < columns.length; i++) {
                System.arraycopy(columns[i], 0, flat, starts[i], columns[i].length);
                System.arraycopy(values[i], 0, weights, starts[i], columns[i].length);
            }
            return new SortedRows(starts, flat, weights).transposed().transposed();
        }

        int size() {
            return columns.length;
        }

        /** Column of an entry, greater than any if the row has ended. */
        int column(int entry, int row) {
            return entry < starts[row + 1] ? columns[entry] : Integer.MAX_VALUE;
        }

        SortedRows transposed() {
            int rows = starts.length - 1;
            int[] ends = new int[rows + 1];
            for (int column : columns) {
                ends[column + 1]++;
            }
            for (int i = 0; i < rows; i++) {
                ends[i + 1] += ends[i];
            }
            int[] next = ends.clone();
            int[] rowsOf = new int[columns.length];
            double[] turned = new double[columns.length];
            for (int i = 0; i < rows; i++) {
                for (int entry = starts[i]; entry < starts[i + 1]; entry++) {
                    int at = next[columns[entry]]++;
                    rowsOf[at] = i;
                    turned[at] = values[entry];
                }
            }
            return new SortedRows(ends, rowsOf, turned);
        }
    }
}
