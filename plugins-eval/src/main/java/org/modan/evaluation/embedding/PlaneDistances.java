/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.embedding;

import java.util.stream.IntStream;

/** The squared Euclidean distances of every point of a map to every other, row by row. */
final class PlaneDistances {

    private final float[] x;
    private final float[] y;

    /**
     * @param points x and y of each
     */
    PlaneDistances(float[][] points) {
        x = new float[points.length];
        y = new float[points.length];
        for (int i = 0; i < points.length; i++) {
            x[i] = points[i][0];
            y[i] = points[i][1];
        }
    }

    void forEachRow(AllDistances.RowVisitor visitor) {
        IntStream.range(0, x.length)
                .parallel()
                .forEach(
                        row -> {
                            float[] squared = new float[x.length];
                            float atX = x[row];
                            float atY = y[row];
                            for (int j = 0; j < squared.length; j++) {
                                squared[j] =
                                        (x[j] - atX) * (x[j] - atX) + (y[j] - atY) * (y[j] - atY);
                            }
                            visitor.visit(row, squared);
                        });
    }
}
