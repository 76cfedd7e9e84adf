/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.embedding;

import java.util.List;
import org.modan.spi.Representation.Measure;
import org.modan.spi.Seed;

/** A way of laying feature vectors out in the plane. */
interface Projection {

    /** How many nearest neighbours of each vector it needs, fewer where there are not as many. */
    int neighbours();

    /**
     * @param neighbours at least as many of each row as asked for
     */
    Layout layout(FeatureMatrix matrix, Neighbours neighbours, Seed seed);

    /**
     * Points in the plane, and what there is to say of them.
     *
     * @param measures that only this way of laying out has
     */
    record Layout(double[] x, double[] y, List<Measure> measures) {

        static Layout of(double[] x, double[] y) {
            return new Layout(x, y, List.of());
        }
    }
}
