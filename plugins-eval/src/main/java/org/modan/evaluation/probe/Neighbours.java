/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import smile.math.distance.Distance;
import smile.neighbor.LinearSearch;
import smile.neighbor.Neighbor;

/**
 * The nearest of some rows. Those that are equally far and compete for the last places share them:
 * datasets hold copies of images, at times under two labels, and which of them counts must not
 * depend on the order of files.
 */
final class Neighbours {

    private final LinearSearch<double[]> search;

    Neighbours(double[][] rows, Distance<double[]> distance) {
        // It leaves out a row that is the query itself, not one that is equal to it.
        this.search = new LinearSearch<>(rows, distance);
    }

    /**
     * A neighbour.
     *
     * @param index of the row
     * @param share of a place it has, 1 unless others are as far
     */
    record Vote(int index, double distance, double share) {}

    /**
     * Those that take the {@code k} nearest places.
     *
     * @param query if it is itself one of the rows, that one is left out
     * @param k fewer than there are rows
     */
    List<Vote> of(double[] query, int k) {
        double edge =
                Arrays.stream(search.knn(query, k))
                        .mapToDouble(near -> near.distance)
                        .max()
                        .orElseThrow();
        List<Neighbor<double[], double[]>> within = new ArrayList<>();
        search.range(query, edge, within);
        within.sort(Comparator.comparingInt(near -> near.index));
        long closer = within.stream().filter(near -> near.distance < edge).count();
        double shareAtEdge = (double) (k - closer) / (within.size() - closer);
        return within.stream()
                .map(
                        near ->
                                new Vote(
                                        near.index,
                                        near.distance,
                                        near.distance < edge ? 1 : shareAtEdge))
                .toList();
    }
}
