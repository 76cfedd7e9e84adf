/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package com.example.hybrid;

import org.modan.spi.FeatureSet;
import org.modan.spi.FoldScores;
import org.modan.spi.ProbeEvaluator;
import org.modan.spi.ProbeFold;

/**
 * Scores an image by the directions of its feature vector {@code f} and of the means of the
 * training part's two classes, each vector scaled to length 1 first:
 *
 * <pre>
 * score = cos(f, mean_1) - cos(f, mean_0)      in [-2, 2]
 * </pre>
 *
 * <p>It fits nothing but two means, so it says what lies in the features and not what a classifier
 * can make of them. The host computes the features and hides the test part's labels.
 */
final class NearestMean implements ProbeEvaluator {

    @Override
    public FoldScores score(ProbeFold fold) {
        double[] negative = mean(fold.train(), 0);
        double[] positive = mean(fold.train(), 1);
        return FoldScores.of(
                scores(fold.train(), negative, positive), scores(fold.test(), negative, positive));
    }

    private static double[] scores(FeatureSet features, double[] negative, double[] positive) {
        double[] scores = new double[features.size()];
        for (int index = 0; index < scores.length; index++) {
            double[] vector = direction(features, index);
            scores[index] = dot(vector, positive) - dot(vector, negative);
        }
        return scores;
    }

    private static double[] mean(FeatureSet features, int label) {
        double[] sum = new double[features.width()];
        for (int index = 0; index < features.size(); index++) {
            if (features.samples().get(index).label().orElseThrow() == label) {
                double[] vector = direction(features, index);
                for (int k = 0; k < sum.length; k++) {
                    sum[k] += vector[k];
                }
            }
        }
        return scaled(sum);
    }

    private static double[] direction(FeatureSet features, int index) {
        float[] vector = new float[features.width()];
        features.read(index, vector);
        double[] copy = new double[vector.length];
        for (int k = 0; k < copy.length; k++) {
            copy[k] = vector[k];
        }
        return scaled(copy);
    }

    /** To length 1; a vector of zeros has no direction and stays. */
    private static double[] scaled(double[] vector) {
        double length = Math.sqrt(dot(vector, vector));
        if (length > 0) {
            for (int k = 0; k < vector.length; k++) {
                vector[k] /= length;
            }
        }
        return vector;
    }

    private static double dot(double[] first, double[] second) {
        double sum = 0;
        for (int k = 0; k < first.length; k++) {
            sum += first[k] * second[k];
        }
        return sum;
    }
}
