/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.check;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.modan.runtime.experiment.DatasetRules;
import org.modan.runtime.plugin.Extension;
import org.modan.runtime.plugin.Offered;
import org.modan.runtime.protocol.TaskProtocol;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.DatasetAdapterFactory;
import org.modan.spi.DatasetInfo;
import org.modan.spi.Digests;
import org.modan.spi.Image;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;
import org.modan.spi.PluginContext;
import org.modan.spi.Sample;

/** A dataset of images that a test made, of which any may fail to be read. */
final class ScannedDataset implements DatasetAdapter, DatasetAdapterFactory {

    /** What reading one image comes to. */
    interface Reading {
        Image read() throws IOException;
    }

    private final DatasetInfo info;
    private final List<Sample> samples = new ArrayList<>();
    private final Map<String, Reading> readings = new HashMap<>();
    private final Map<String, String> digests = new HashMap<>();
    private boolean closed;

    ScannedDataset(List<String> classes, List<String> fields) {
        this.info = DatasetInfo.of("scans", classes, fields);
    }

    ScannedDataset add(Sample.Builder sample, Reading reading) {
        Sample added = sample.build();
        samples.add(added);
        readings.put(added.id(), reading);
        return this;
    }

    ScannedDataset add(Sample.Builder sample, Image image) {
        return add(sample, () -> image);
    }

    /**
     * @param content that its digest is of
     */
    ScannedDataset add(Sample.Builder sample, String content, Reading reading) {
        digests.put(sample.build().id(), content);
        return add(sample, reading);
    }

    /** Adds an image with the bytes of another. */
    ScannedDataset copy(Sample.Builder sample, String original) {
        return add(sample, original, readings.get(original));
    }

    boolean isClosed() {
        return closed;
    }

    /** As a plugin offers it. */
    static Extension<DatasetAdapterFactory> offered(DatasetAdapterFactory factory) {
        return Offered.by("scanner", "2.1", factory);
    }

    /** What a check says of it. */
    DatasetReport report() {
        return report(this);
    }

    static DatasetReport report(DatasetAdapterFactory factory) {
        return report(factory, DatasetRules.STANDARD);
    }

    static DatasetReport report(DatasetAdapterFactory factory, DatasetRules rules) {
        return check(factory, rules, (name, step, done, images) -> {});
    }

    /** What a check says of it as tasks. */
    DatasetReport report(DatasetRules rules, TaskProtocol... tasks) {
        return new DatasetCheck(
                        "scans",
                        offered(this),
                        rules,
                        List.of(),
                        List.of(tasks),
                        (name, step, done, images) -> {})
                .check(noOptions());
    }

    static DatasetReport check(
            DatasetAdapterFactory factory, DatasetRules rules, CheckListener listener) {
        return new DatasetCheck("scans", offered(factory), rules, List.of(), List.of(), listener)
                .check(noOptions());
    }

    static Options noOptions() {
        return OptionSpec.none().resolve(Map.of(), Path.of(""), problem -> {});
    }

    @Override
    public String name() {
        return "scanned";
    }

    @Override
    public String summary() {
        return "Images that a test made";
    }

    @Override
    public DatasetAdapter open(Options options, PluginContext context) {
        context.warn("one scanner was out of order");
        return this;
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
        return readings.get(sample.id()).read();
    }

    @Override
    public String contentDigest(Sample sample) throws IOException {
        if (sample.id().startsWith("locked")) {
            throw new AccessDeniedException(sample.id());
        }
        return Digests.ofText(digests.getOrDefault(sample.id(), sample.id()));
    }

    @Override
    public void close() {
        closed = true;
    }
}
