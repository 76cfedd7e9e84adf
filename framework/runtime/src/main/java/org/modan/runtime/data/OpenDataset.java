/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.List;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.DatasetInfo;
import org.modan.spi.Image;
import org.modan.spi.Sample;

/**
 * A dataset whose index has been read and checked.
 *
 * @see DatasetOpener
 */
public final class OpenDataset implements AutoCloseable {

    private final String name;
    private final String adapterName;
    private final DatasetAdapter adapter;
    private final DatasetInfo info;
    private final List<Sample> samples;
    private final List<String> contents;
    private final DatasetDigest digest;

    OpenDataset(
            String name,
            String adapterName,
            DatasetAdapter adapter,
            DatasetInfo info,
            List<Sample> samples,
            List<String> contents,
            DatasetDigest digest) {
        this.name = requireNonNull(name, "name is null");
        this.adapterName = requireNonNull(adapterName, "adapterName is null");
        this.adapter = requireNonNull(adapter, "adapter is null");
        this.info = requireNonNull(info, "info is null");
        this.samples = List.copyOf(samples);
        this.contents = List.copyOf(contents);
        this.digest = requireNonNull(digest, "digest is null");
    }

    /** What messages call it. */
    public String name() {
        return name;
    }

    /** What experiment files call the code that reads it. */
    public String adapterName() {
        return adapterName;
    }

    public DatasetInfo info() {
        return info;
    }

    public List<Sample> samples() {
        return samples;
    }

    /** A digest of each sample's image, in the samples' order. */
    public List<String> contents() {
        return contents;
    }

    public DatasetDigest digest() {
        return digest;
    }

    Image read(Sample sample) throws IOException {
        return adapter.read(sample);
    }

    @Override
    public void close() {
        adapter.close();
    }
}
