/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.files;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.modan.datasets.image.ImageDecoder;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.DatasetInfo;
import org.modan.spi.Digests;
import org.modan.spi.Image;
import org.modan.spi.Sample;

/** A dataset of one file a sample, whose id is the file's path below the root. */
public final class FileDataset implements DatasetAdapter {

    private final Path root;
    private final DatasetInfo info;
    private final List<Sample> samples;
    private final ImageDecoder decoder = new ImageDecoder();

    public FileDataset(Path root, DatasetInfo info, List<Sample> samples) {
        this.root = requireNonNull(root, "root is null");
        this.info = requireNonNull(info, "info is null");
        this.samples = List.copyOf(samples);
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
        return decoder.decode(fileOf(sample));
    }

    @Override
    public String contentDigest(Sample sample) throws IOException {
        return Digests.ofFile(fileOf(sample));
    }

    private Path fileOf(Sample sample) {
        return root.resolve(sample.id());
    }
}
