/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.embedding;

import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/**
 * How far two feature vectors are apart. Both are had from squared Euclidean distances, of the
 * vectors themselves or of their directions: {@code ||u - v||^2 = 2 (1 - cos(u, v))} for vectors of
 * length 1.
 */
enum Metric {
    /** {@code ||x - y||}. */
    EUCLIDEAN {
        @Override
        double distance(double squared) {
            return Math.sqrt(squared);
        }

        @Override
        void prepare(float[] vector, String sample) {
            refuseNonFinite(vector, sample);
        }
    },

    /** {@code 1 - cos(x, y)}, 0 to 2. */
    COSINE {
        @Override
        double distance(double squared) {
            return squared / 2;
        }

        @Override
        void prepare(float[] vector, String sample) {
            refuseNonFinite(vector, sample);
            double sum = 0;
            for (float value : vector) {
                sum += (double) value * value;
            }
            if (sum == 0) {
                throw new ModanException(
                        ErrorCode.TRAINING,
                        "%s: all features are 0, which has no direction; set metric: euclidean"
                                .formatted(sample));
            }
            double length = Math.sqrt(sum);
            for (int i = 0; i < vector.length; i++) {
                vector[i] = (float) (vector[i] / length);
            }
        }
    };

    /**
     * @param squared squared Euclidean distance of two prepared vectors
     */
    abstract double distance(double squared);

    /**
     * Changes a vector into one whose squared Euclidean distances {@link #distance} takes.
     *
     * @param sample whose vector it is, for messages
     * @throws ModanException if it has no distance to others
     */
    abstract void prepare(float[] vector, String sample);

    private static void refuseNonFinite(float[] vector, String sample) {
        for (float value : vector) {
            if (!Float.isFinite(value)) {
                throw new ModanException(
                        ErrorCode.TRAINING,
                        "%s: the encoder gives it the feature %s; its training has diverged"
                                .formatted(sample, value));
            }
        }
    }
}
