/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.phantom;

import java.util.List;
import org.modan.spi.ImageSet;
import org.modan.spi.Sample;

/** Images held in arrays. */
public final class InMemoryImageSet implements ImageSet {

    private final List<Sample> samples;
    private final int channels;
    private final int imageSize;
    private final byte[][] images;

    private InMemoryImageSet(List<Sample> samples, int channels, int imageSize) {
        this.samples = List.copyOf(samples);
        this.channels = channels;
        this.imageSize = imageSize;
        this.images = new byte[samples.size()][channels * imageSize * imageSize];
    }

    /** Images whose every pixel is computed. */
    public static InMemoryImageSet generate(
            List<Sample> samples, int channels, int imageSize, Formula formula) {
        InMemoryImageSet set = new InMemoryImageSet(samples, channels, imageSize);
        for (int index = 0; index < samples.size(); index++) {
            byte[] image = set.images[index];
            int position = 0;
            for (int channel = 0; channel < channels; channel++) {
                for (int row = 0; row < imageSize; row++) {
                    for (int column = 0; column < imageSize; column++) {
                        image[position++] = (byte) formula.value(index, channel, row, column);
                    }
                }
            }
        }
        return set;
    }

    @Override
    public List<Sample> samples() {
        return samples;
    }

    @Override
    public int channels() {
        return channels;
    }

    @Override
    public int imageSize() {
        return imageSize;
    }

    @Override
    public void read(int index, byte[] destination) {
        System.arraycopy(images[index], 0, destination, 0, images[index].length);
    }

    /** The value of one pixel, 0 to 255. */
    @FunctionalInterface
    public interface Formula {
        int value(int index, int channel, int row, int column);
    }
}
