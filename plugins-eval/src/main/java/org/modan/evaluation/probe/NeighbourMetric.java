/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.probe;

import java.util.Arrays;
import org.modan.evaluation.regression.Vectors;
import smile.math.distance.Distance;
import smile.math.distance.EuclideanDistance;

/** How far apart two feature vectors are. */
enum NeighbourMetric {
    /**
     * {@code 1 - cos(x, y)}, from 0 to 2; 1 where a vector is all zeros and has no direction. Smile
     * has none.
     */
    COSINE {
        @Override
        double[][] prepare(double[][] rows) {
            return Arrays.stream(rows).map(NeighbourMetric::unit).toArray(double[][]::new);
        }

        @Override
        Distance<double[]> distance() {
            // Rounding may leave a cosine just above 1.
            return (x, y) -> Math.max(0, 1 - Vectors.product(x, y));
        }
    },

    /** The length of {@code x - y}. */
    EUCLIDEAN {
        @Override
        double[][] prepare(double[][] rows) {
            return rows;
        }

        @Override
        Distance<double[]> distance() {
            return new EuclideanDistance();
        }
    };

    /** What of the rows is compared. */
    abstract double[][] prepare(double[][] rows);

    /** Between prepared rows. */
    abstract Distance<double[]> distance();

    private static double[] unit(double[] row) {
        double length = Math.sqrt(Vectors.product(row, row));
        return length == 0 ? row : Arrays.stream(row).map(value -> value / length).toArray();
    }
}
