/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.phantom;

import java.util.List;
import org.modan.spi.FeatureSet;
import org.modan.spi.Sample;

/** Feature vectors held in arrays. */
record FeatureTable(List<Sample> samples, float[][] rows) implements FeatureSet {

    FeatureTable {
        samples = List.copyOf(samples);
    }

    @Override
    public int width() {
        return rows[0].length;
    }

    @Override
    public void read(int index, float[] destination) {
        System.arraycopy(rows[index], 0, destination, 0, width());
    }
}
