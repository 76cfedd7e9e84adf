/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.DatasetInfo;
import org.modan.spi.Digests;
import org.modan.spi.Image;
import org.modan.spi.Sample;

/** A dataset that keeps its contract; tests break one part of it at a time. */
class RawDataset implements DatasetAdapter {

    private final Path root;
    private final List<Sample> samples;

    RawDataset(Path root, List<Path> files) {
        this(
                files.stream()
                        .map(file -> known(root.relativize(file).toString()).build())
                        .toList(),
                root);
    }

    RawDataset(List<Sample> samples, Path root) {
        this.root = root;
        this.samples = List.copyOf(samples);
    }

    /** All that is known of an image of some name. */
    static Sample.Builder known(String id) {
        return Sample.withId(id).label(0).group("patient-1").metadata("device", "A");
    }

    @Override
    public DatasetInfo info() {
        return DatasetInfo.of(
                "raw files", List.of("benign", "malignant"), List.of("device", "site"));
    }

    @Override
    public List<Sample> samples() {
        return samples;
    }

    @Override
    public Image read(Sample sample) throws IOException {
        return Image.grey(4, 3, Files.readAllBytes(fileOf(sample)));
    }

    @Override
    public String contentDigest(Sample sample) throws IOException {
        return Digests.ofFile(fileOf(sample));
    }

    final Path fileOf(Sample sample) {
        return root.resolve(sample.id());
    }
}
