/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.embedding;

import org.modan.spi.FeatureSet;
import org.modan.spi.ModanException;

/**
 * All feature vectors at once, prepared for a metric and moved so that their mean is 0: distances
 * stay as they are, and differences of large numbers do not eat up their digits.
 */
final class FeatureMatrix {

    private final float[][] vectors;
    private final int width;
    private final Metric metric;

    private FeatureMatrix(float[][] vectors, int width, Metric metric) {
        this.vectors = vectors;
        this.width = width;
        this.metric = metric;
    }

    /**
     * @throws ModanException if a vector has no distance to others
     */
    static FeatureMatrix of(FeatureSet features, Metric metric) {
        float[][] vectors = new float[features.size()][features.width()];
        for (int i = 0; i < vectors.length; i++) {
            features.read(i, vectors[i]);
            metric.prepare(vectors[i], features.samples().get(i).id());
        }
        centre(vectors, features.width());
        return new FeatureMatrix(vectors, features.width(), metric);
    }

    int rows() {
        return vectors.length;
    }

    int width() {
        return width;
    }

    Metric metric() {
        return metric;
    }

    /** The vector itself, not a copy; not to be changed. */
    float[] row(int index) {
        return vectors[index];
    }

    /** {@code ||x_i - x_j||^2}, summed up in double from the differences. */
    double squaredDistance(int i, int j) {
        float[] first = vectors[i];
        float[] second = vectors[j];
        double sum = 0;
        for (int k = 0; k < width; k++) {
            double difference = (double) first[k] - second[k];
            sum += difference * difference;
        }
        return sum;
    }

    private static void centre(float[][] vectors, int width) {
        double[] mean = new double[width];
        for (float[] vector : vectors) {
            for (int k = 0; k < width; k++) {
                mean[k] += vector[k];
            }
        }
        for (float[] vector : vectors) {
            for (int k = 0; k < width; k++) {
                vector[k] = (float) (vector[k] - mean[k] / vectors.length);
            }
        }
    }
}
