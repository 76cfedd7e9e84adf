/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

/**
 * The form all images of an experiment are brought into.
 *
 * @param size width and height in pixels
 * @param channels 1 or 3
 */
public record ImageFormat(int size, int channels) {

    /** A mapping holds at most 2 GB; half of that leaves room for any image size. */
    private static final int SEGMENT_BYTES = 1 << 30;

    public ImageFormat {
        if (size < 1 || channels < 1) {
            throw new IllegalArgumentException(
                    "images of %d pixels and %d channels".formatted(size, channels));
        }
    }

    /** Bytes of one image. */
    public int bytes() {
        return size * size * channels;
    }

    int imagesPerSegment() {
        return SEGMENT_BYTES / bytes();
    }
}
