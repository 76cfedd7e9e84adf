/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.embedding;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.modan.evaluation.embedding.Projection.Layout;
import org.modan.spi.ErrorCode;
import org.modan.spi.FeatureSet;
import org.modan.spi.ModanException;
import org.modan.spi.Representation;
import org.modan.spi.RepresentationEvaluator;
import org.modan.spi.Seed;

/**
 * Lays the features of a corpus out in the plane, every image of it, and measures how well the map
 * and the features agree with the metadata.
 */
final class EmbeddingMapEvaluator implements RepresentationEvaluator {

    /** Time grows with its square: hours beyond. */
    private static final int MOST_IMAGES = 200_000;

    private final Projection projection;
    private final Metric metric;

    EmbeddingMapEvaluator(Projection projection, Metric metric) {
        this.projection = requireNonNull(projection, "projection is null");
        this.metric = requireNonNull(metric, "metric is null");
    }

    @Override
    public Representation describe(FeatureSet features, List<String> fields, Seed seed) {
        if (features.size() > MOST_IMAGES) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION,
                    "a map compares every image with every other, and takes at most %,d of them, not %,d; give the corpus a limit, or leave the map out"
                            .formatted(MOST_IMAGES, features.size()));
        }
        FeatureMatrix matrix = FeatureMatrix.of(features, metric);
        MapMeasures measures = new MapMeasures(matrix, Grouping.of(features.samples(), fields));
        Neighbours neighbours = measures.neighbours(projection.neighbours());
        if (matrix.rows() < 2) {
            return measures.of(new float[matrix.rows()][2], List.of());
        }
        Layout layout = projection.layout(matrix, neighbours, seed.derive("layout"));
        float[][] points = new float[matrix.rows()][2];
        for (int i = 0; i < points.length; i++) {
            points[i][0] = (float) layout.x()[i];
            points[i][1] = (float) layout.y()[i];
        }
        return measures.of(points, layout.measures());
    }
}
