/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.mrnet;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.DatasetInfo;
import org.modan.spi.Image;
import org.modan.spi.Sample;

/**
 * Slices of volumes; they are read anew each time, as a volume is many times what is used of it.
 */
final class MrnetDataset implements DatasetAdapter {

    private final DatasetInfo info;
    private final List<Sample> samples;
    private final Map<String, Slice> slices;

    /**
     * @param slices by the id of their sample
     */
    MrnetDataset(DatasetInfo info, List<Sample> samples, Map<String, Slice> slices) {
        this.info = requireNonNull(info, "info is null");
        this.samples = List.copyOf(samples);
        this.slices = Map.copyOf(slices);
    }

    @Override
    public DatasetInfo info() {
        return info;
    }

    @Override
    public List<Sample> samples() {
        return samples;
    }

    @Override
    public Image read(Sample sample) throws IOException {
        return slices.get(sample.id()).image();
    }

    @Override
    public String contentDigest(Sample sample) throws IOException {
        return slices.get(sample.id()).digest();
    }
}
