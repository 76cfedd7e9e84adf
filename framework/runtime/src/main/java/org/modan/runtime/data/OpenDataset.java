/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.modan.runtime.experiment.ValueRules;
import org.modan.runtime.plugin.Extension;
import org.modan.runtime.plugin.LoadedPlugin;
import org.modan.runtime.plugin.failure.PluginCall;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.DatasetAdapterFactory;
import org.modan.spi.DatasetInfo;
import org.modan.spi.Image;
import org.modan.spi.Sample;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A dataset whose index has been read and checked.
 *
 * @see DatasetOpener
 */
public final class OpenDataset implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OpenDataset.class);

    private final String name;
    private final String reader;
    private final Extension<DatasetAdapterFactory> extension;
    private final DatasetAdapter adapter;
    private final DatasetInfo info;
    private final Map<String, Sample> originals;
    private final List<Sample> samples;
    private final List<String> contents;
    private final List<Unreadable> skipped;
    private final DatasetDigest digest;

    /**
     * With metadata as the adapter gives them.
     *
     * @param skipped images that are left out
     */
    OpenDataset(
            String name,
            String reader,
            Extension<DatasetAdapterFactory> extension,
            DatasetAdapter adapter,
            DatasetInfo info,
            List<Sample> samples,
            List<String> contents,
            List<Unreadable> skipped) {
        this.name = requireNonNull(name, "name is null");
        this.reader = requireNonNull(reader, "reader is null");
        this.extension = requireNonNull(extension, "extension is null");
        this.adapter = requireNonNull(adapter, "adapter is null");
        this.info = requireNonNull(info, "info is null");
        this.originals = new LinkedHashMap<>();
        samples.forEach(sample -> originals.put(sample.id(), sample));
        this.samples = List.copyOf(samples);
        this.contents = List.copyOf(contents);
        this.skipped = List.copyOf(skipped);
        this.digest = DatasetDigest.of(reader, info, samples, contents);
    }

    private OpenDataset(OpenDataset other, List<Sample> samples) {
        this.name = other.name;
        this.reader = other.reader;
        this.extension = other.extension;
        this.adapter = other.adapter;
        this.info = other.info;
        this.originals = other.originals;
        this.samples = List.copyOf(samples);
        this.contents = other.contents;
        this.skipped = other.skipped;
        this.digest = DatasetDigest.of(reader, info, samples, contents);
    }

    /** The same images with their metadata as an experiment calls them; closed with this one. */
    public OpenDataset renamed(ValueRules rules) {
        return rules.isEmpty()
                ? this
                : new OpenDataset(this, originals().stream().map(rules::apply).toList());
    }

    /** The samples as the adapter has them. */
    public Collection<Sample> originals() {
        return Collections.unmodifiableCollection(originals.values());
    }

    /** What messages call it. */
    public String name() {
        return name;
    }

    /** What experiment files call the code that reads it. */
    public String adapterName() {
        return extension.factory().name();
    }

    /** Whose code reads it. */
    public LoadedPlugin plugin() {
        return extension.plugin();
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

    /** Images that were left out, as they cannot be read; in no other list of this dataset. */
    public List<Unreadable> skipped() {
        return skipped;
    }

    public DatasetDigest digest() {
        return digest;
    }

    Image read(Sample sample) throws IOException {
        // Its own, in case it tells where the image lies by their metadata.
        return requireNonNull(adapter.read(originals.get(sample.id())), "read() gave null");
    }

    /** An adapter that cannot be closed spoils nothing that was made of its images. */
    @Override
    public void close() {
        try {
            adapter.close();
        } catch (Throwable e) {
            LOG.warn(
                    "{}: cannot be closed: {}",
                    name,
                    PluginCall.blamed(e).map(Throwable::getMessage).orElse(e.toString()));
        }
    }
}
