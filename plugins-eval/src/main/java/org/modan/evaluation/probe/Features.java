/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.probe;

import org.modan.spi.FeatureSet;

/** Feature vectors as numbers to compute with. */
final class Features {

    private Features() {}

    /** One row for each sample. */
    static double[][] rows(FeatureSet features) {
        double[][] rows = new double[features.size()][features.width()];
        float[] values = new float[features.width()];
        for (int i = 0; i < rows.length; i++) {
            features.read(i, values);
            for (int j = 0; j < values.length; j++) {
                rows[i][j] = values[j];
            }
        }
        return rows;
    }

    /** The label of each sample, 0 or 1. */
    static int[] labels(FeatureSet features) {
        return features.samples().stream()
                .mapToInt(sample -> sample.label().orElseThrow())
                .toArray();
    }
}
