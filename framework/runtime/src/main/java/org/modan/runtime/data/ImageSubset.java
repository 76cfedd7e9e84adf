/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

import java.util.Arrays;
import java.util.List;
import org.modan.spi.ImageSet;
import org.modan.spi.Sample;

/** Some images of a set, in a given order, with or without what is known of their labels. */
public final class ImageSubset implements ImageSet {

    private final ImageSet images;
    private final int[] indices;
    private final List<Sample> samples;

    private ImageSubset(ImageSet images, int[] indices, List<Sample> samples) {
        this.images = images;
        this.indices = indices;
        this.samples = samples;
    }

    /** The images at these indices. */
    public static ImageSubset of(ImageSet images, int[] indices) {
        return new ImageSubset(
                images,
                indices.clone(),
                Arrays.stream(indices).mapToObj(images.samples()::get).toList());
    }

    /**
     * The images at these indices and nothing else that is known of them, for the part that is
     * scored.
     *
     * @see TestSamples
     */
    public static ImageSubset imagesOnly(ImageSet images, int[] indices) {
        return new ImageSubset(images, indices.clone(), TestSamples.unknown(indices.length));
    }

    @Override
    public List<Sample> samples() {
        return samples;
    }

    @Override
    public int channels() {
        return images.channels();
    }

    @Override
    public int imageSize() {
        return images.imageSize();
    }

    @Override
    public void read(int index, byte[] destination) {
        images.read(indices[index], destination);
    }
}
