/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.embedding;

import java.util.List;
import org.modan.spi.FeatureSet;
import org.modan.spi.Sample;

/** Feature vectors from an array. */
record InMemoryFeatures(List<Sample> samples, float[][] vectors) implements FeatureSet {

    @Override
    public int width() {
        return vectors[0].length;
    }

    @Override
    public void read(int index, float[] destination) {
        System.arraycopy(vectors[index], 0, destination, 0, width());
    }
}
