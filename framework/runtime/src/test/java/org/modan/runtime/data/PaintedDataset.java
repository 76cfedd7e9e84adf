/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.DatasetInfo;
import org.modan.spi.Digests;
import org.modan.spi.Image;
import org.modan.spi.Sample;

/** A dataset of evenly grey images, any of which can be made unreadable. */
public final class PaintedDataset implements DatasetAdapter {

    private final List<String> classes;
    private final List<Sample> samples = new ArrayList<>();
    private final Map<String, Integer> greys = new LinkedHashMap<>();
    private boolean mended;
    private int reads;
    private Optional<Sample> lastRead = Optional.empty();

    public PaintedDataset(String... classes) {
        this.classes = List.of(classes);
    }

    /**
     * Adds an image of one grey, 12 by 8 pixels; -1 cannot be decoded, -2 not even be opened, and
     * of -3 no reason is given.
     */
    public PaintedDataset add(Sample sample, int grey) {
        samples.add(sample);
        greys.put(sample.id(), grey);
        return this;
    }

    /** Lets all images be decoded. */
    PaintedDataset mend() {
        mended = true;
        return this;
    }

    public int reads() {
        return reads;
    }

    public Sample lastRead() {
        return lastRead.orElseThrow();
    }

    @Override
    public DatasetInfo info() {
        return DatasetInfo.of("painted", classes, List.of("modality", "anatomy"));
    }

    @Override
    public List<Sample> samples() {
        return samples;
    }

    @Override
    public synchronized Image read(Sample sample) throws IOException {
        reads++;
        lastRead = Optional.of(sample);
        int grey = greys.get(sample.id());
        if (grey == -3) {
            throw new EOFException();
        }
        if (grey < 0 && !mended) {
            throw new IOException("ends after 7 bytes; the file is cut off");
        }
        byte[] pixels = new byte[12 * 8];
        Arrays.fill(pixels, (byte) grey);
        return Image.grey(12, 8, pixels);
    }

    @Override
    public String contentDigest(Sample sample) throws IOException {
        if (greys.get(sample.id()) == -2) {
            throw new AccessDeniedException(sample.id());
        }
        return Digests.ofText("grey " + greys.get(sample.id()));
    }
}
