/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.modan.spi.FeatureSet;
import org.modan.spi.Sample;

/** The feature vectors of a dataset, one after the other in one block. */
public final class FeatureTable implements FeatureSet {

    private final List<Sample> samples;
    private final int width;
    private final float[] values;

    /**
     * @param values {@code width} for each sample, in their order; not copied
     */
    public FeatureTable(List<Sample> samples, int width, float[] values) {
        this.samples = List.copyOf(samples);
        this.width = width;
        this.values = requireNonNull(values, "values is null");
        if (values.length != (long) width * samples.size()) {
            throw new IllegalArgumentException(
                    "%d values for %d samples of width %d"
                            .formatted(values.length, samples.size(), width));
        }
    }

    @Override
    public List<Sample> samples() {
        return samples;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public void read(int index, float[] destination) {
        System.arraycopy(values, index * width, destination, 0, width);
    }
}
