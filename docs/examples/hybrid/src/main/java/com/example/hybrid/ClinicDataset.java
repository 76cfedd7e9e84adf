/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package com.example.hybrid;

import static java.util.Objects.requireNonNull;

import org.modan.spi.DatasetAdapter;
import org.modan.spi.DatasetInfo;
import org.modan.spi.Digests;
import org.modan.spi.Image;
import org.modan.spi.Sample;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

/** An opened folder; it holds no file open and no state, so any number of threads may read. */
final class ClinicDataset implements DatasetAdapter {

    private final Path root;
    private final List<Sample> samples;

    ClinicDataset(Path root, List<Sample> samples) {
        this.root = requireNonNull(root, "root is null");
        this.samples = List.copyOf(samples);
    }

    @Override
    public DatasetInfo info() {
        return DatasetInfo.of(
                "%d images of a clinic's archive".formatted(samples.size()),
                Pathology.CLASSES,
                ClinicDatasetFactory.FIELDS);
    }

    @Override
    public List<Sample> samples() {
        return samples;
    }

    @Override
    public Image read(Sample sample) throws IOException {
        BufferedImage image = ImageIO.read(root.resolve(sample.id()).toFile());
        if (image == null || image.getType() != BufferedImage.TYPE_BYTE_GRAY) {
            throw new IOException("it is no PNG of 8-bit grey");
        }
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        return Image.grey(image.getWidth(), image.getHeight(), pixels);
    }

    /** Of the file, not of its pixels: found without decoding it. */
    @Override
    public String contentDigest(Sample sample) throws IOException {
        return Digests.ofFile(root.resolve(sample.id()));
    }
}
