/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

import java.nio.ByteBuffer;
import java.util.List;
import org.modan.spi.ImageSet;
import org.modan.spi.Sample;

/** A dataset's images at one size, in memory-mapped segments of a cache file. */
final class CachedImages implements ImageSet {

    private final List<Sample> samples;
    private final ImageFormat format;
    private final List<ByteBuffer> segments;

    CachedImages(List<Sample> samples, ImageFormat format, List<ByteBuffer> segments) {
        this.samples = List.copyOf(samples);
        this.format = format;
        this.segments = List.copyOf(segments);
    }

    @Override
    public List<Sample> samples() {
        return samples;
    }

    @Override
    public int channels() {
        return format.channels();
    }

    @Override
    public int imageSize() {
        return format.size();
    }

    @Override
    public void read(int index, byte[] destination) {
        int perSegment = format.imagesPerSegment();
        segments.get(index / perSegment)
                .get((index % perSegment) * format.bytes(), destination, 0, format.bytes());
    }
}
