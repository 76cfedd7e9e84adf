/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import java.util.List;
import java.util.stream.IntStream;
import org.modan.spi.ImageSet;
import org.modan.spi.Sample;

/** Images by formula; those of odd index are brighter, so that there is something to learn. */
class GeneratedImages implements ImageSet {

    private final List<Sample> samples;
    private final int channels;
    private final int imageSize;

    GeneratedImages(int count, int channels, int imageSize) {
        samples = IntStream.range(0, count).mapToObj(GeneratedImages::sample).toList();
        this.channels = channels;
        this.imageSize = imageSize;
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
        for (int i = 0; i < channels * imageSize * imageSize; i++) {
            destination[i] = pixel(index, i);
        }
    }

    static byte pixel(int index, int position) {
        return (byte) ((index * 37 + position * 11) % 128 + index % 2 * 100);
    }

    private static Sample sample(int index) {
        return Sample.withId("image-" + index).label(index % 2).build();
    }
}
