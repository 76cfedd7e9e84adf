/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

import java.util.Arrays;
import java.util.List;
import org.modan.spi.FeatureSet;
import org.modan.spi.Sample;

/** Some feature vectors of a set, in a given order, with or without what is known of them. */
public final class FeatureSubset implements FeatureSet {

    private final FeatureSet features;
    private final int[] indices;
    private final List<Sample> samples;

    private FeatureSubset(FeatureSet features, int[] indices, List<Sample> samples) {
        this.features = features;
        this.indices = indices;
        this.samples = samples;
    }

    /** The vectors at these indices. */
    public static FeatureSubset of(FeatureSet features, int[] indices) {
        return new FeatureSubset(
                features,
                indices.clone(),
                Arrays.stream(indices).mapToObj(features.samples()::get).toList());
    }

    /**
     * The vectors at these indices and nothing else that is known of the images, for the part that
     * is scored.
     *
     * @see TestSamples
     */
    public static FeatureSubset featuresOnly(FeatureSet features, int[] indices) {
        return new FeatureSubset(features, indices.clone(), TestSamples.unknown(indices.length));
    }

    @Override
    public List<Sample> samples() {
        return samples;
    }

    @Override
    public int width() {
        return features.width();
    }

    @Override
    public void read(int index, float[] destination) {
        features.read(indices[index], destination);
    }
}
