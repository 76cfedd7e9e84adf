/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.busi;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modan.datasets.files.ImageFiles;
import org.modan.datasets.image.ImageDecoder;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.DatasetInfo;
import org.modan.spi.Digests;
import org.modan.spi.Image;
import org.modan.spi.Sample;

/**
 * A dataset's images cut down to their lesions: the box around all of an image's masks and a
 * margin. An image whose masks mark nothing, as those of normal tissue, stays whole.
 */
final class LesionCrops implements DatasetAdapter {

    private final DatasetAdapter whole;
    private final LesionMasks masks;
    private final double margin;
    private final ImageDecoder decoder = new ImageDecoder();

    /**
     * @param whole the dataset that is cropped
     * @param margin share of the box that is added at each side
     */
    LesionCrops(DatasetAdapter whole, LesionMasks masks, double margin) {
        this.whole = requireNonNull(whole, "whole is null");
        this.masks = requireNonNull(masks, "masks is null");
        this.margin = margin;
    }

    @Override
    public DatasetInfo info() {
        return whole.info();
    }

    @Override
    public List<Sample> samples() {
        return whole.samples();
    }

    @Override
    public Image read(Sample sample) throws IOException {
        Image image = whole.read(sample);
        List<LesionBox> lesions = new ArrayList<>();
        for (Path file : masks.of(sample.id())) {
            box(image, file).ifPresent(lesions::add);
        }
        return lesions.stream()
                .reduce(LesionBox::union)
                .map(box -> box.widened(margin, image.width(), image.height()).cutFrom(image))
                .orElse(image);
    }

    /** Covers the masks too: another outline makes another image. */
    @Override
    public String contentDigest(Sample sample) throws IOException {
        StringBuilder digests = new StringBuilder(whole.contentDigest(sample));
        for (Path mask : masks.of(sample.id())) {
            digests.append('\n').append(Digests.ofFile(mask));
        }
        return Digests.ofText(digests.toString());
    }

    @Override
    public void close() {
        whole.close();
    }

    private Optional<LesionBox> box(Image image, Path file) throws IOException {
        String name = ImageFiles.nameOf(file);
        Image mask;
        try {
            mask = decoder.decode(file);
        } catch (IOException e) {
            throw new IOException("its mask %s: %s".formatted(name, e.getMessage()), e);
        }
        LesionBox.requireSameSize(image, mask, name);
        return LesionBox.around(mask);
    }
}
