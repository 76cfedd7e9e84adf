/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

import static java.util.Objects.requireNonNull;

/**
 * A decoded 8-bit image: grey (one channel) or RGB (three, interleaved), rows from the top.
 *
 * @since 1.0
 */
public final class Image {

    private final int width;
    private final int height;
    private final int channels;
    private final byte[] pixels;

    private Image(int width, int height, int channels, byte[] pixels) {
        requireNonNull(pixels, "pixels is null");
        if (width < 1 || height < 1) {
            throw new ModanException(
                    ErrorCode.DATASET, "an image of %d x %d pixels".formatted(width, height));
        }
        if (pixels.length != (long) width * height * channels) {
            throw new IllegalArgumentException(
                    "%d x %d x %d pixels expected, %d given"
                            .formatted(width, height, channels, pixels.length));
        }
        this.width = width;
        this.height = height;
        this.channels = channels;
        this.pixels = pixels;
    }

    /** A grey image; the array is taken over, not copied. */
    public static Image grey(int width, int height, byte[] pixels) {
        return new Image(width, height, 1, pixels);
    }

    /** An RGB image, interleaved; the array is taken over, not copied. */
    public static Image rgb(int width, int height, byte[] pixels) {
        return new Image(width, height, 3, pixels);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** 1 or 3. */
    public int channels() {
        return channels;
    }

    /** The pixels themselves, not a copy: row-major, channels interleaved, unsigned. */
    public byte[] pixels() {
        return pixels;
    }
}
