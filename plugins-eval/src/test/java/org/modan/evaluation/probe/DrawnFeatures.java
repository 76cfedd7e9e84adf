/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.probe;

import java.util.random.RandomGenerator;
import org.modan.nn.layer.Gaussian;
import org.modan.spi.Seed;

/**
 * Features like an encoder's: not negative, correlated through a few factors, of which the first
 * tells the label with noise.
 */
final class DrawnFeatures {

    private static final int FACTORS = 20;

    private final float[][] rows;
    private final int[] labels;

    private DrawnFeatures(float[][] rows, int[] labels) {
        this.rows = rows;
        this.labels = labels;
    }

    static DrawnFeatures of(int samples, int width, long seed) {
        RandomGenerator random = new Seed(seed).random();
        Gaussian gaussian = new Gaussian(random);
        double[][] loadings = new double[FACTORS][width];
        for (double[] ofFactor : loadings) {
            for (int j = 0; j < width; j++) {
                ofFactor[j] = 0.3 * gaussian.next();
            }
        }
        float[][] rows = new float[samples][width];
        int[] labels = new int[samples];
        for (int i = 0; i < samples; i++) {
            double[] row = new double[width];
            for (int factor = 0; factor < FACTORS; factor++) {
                double value = gaussian.next();
                for (int j = 0; j < width; j++) {
                    row[j] += value * loadings[factor][j];
                }
                if (factor == 0) {
                    labels[i] = value + 0.7 * gaussian.next() > 0 ? 1 : 0;
                }
            }
            for (int j = 0; j < width; j++) {
                rows[i][j] = (float) Math.abs(row[j] + 0.3 * gaussian.next());
            }
        }
        return new DrawnFeatures(rows, labels);
    }

    int size() {
        return rows.length;
    }

    int label(int sample) {
        return labels[sample];
    }

    /** The fold that is tested on every {@code folds}-th sample. */
    TableFold fold(int fold, int folds, long seed) {
        int tested = 0;
        for (int i = 0; i < rows.length; i++) {
            tested += i % folds == fold ? 1 : 0;
        }
        float[][] train = new float[rows.length - tested][];
        int[] trainLabels = new int[rows.length - tested];
        float[][] test = new float[tested][];
        int nextTrain = 0;
        int nextTest = 0;
        for (int i = 0; i < rows.length; i++) {
            if (i % folds == fold) {
                test[nextTest++] = rows[i];
            } else {
                trainLabels[nextTrain] = labels[i];
                train[nextTrain++] = rows[i];
            }
        }
        return TableFold.of(train, trainLabels, test, seed);
    }
}
