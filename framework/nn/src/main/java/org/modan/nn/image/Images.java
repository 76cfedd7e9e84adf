/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.image;

import static java.util.Objects.requireNonNull;

import org.modan.spi.Image;

/**
 * Brings decoded images to the one size and channel count an experiment works with.
 *
 * @since 1.0
 */
public final class Images {

    private Images() {}

    /**
     * Converts channels, then resizes to a square without regard to the aspect ratio, as PIL's
     * {@code convert(mode).resize((size, size), BILINEAR)} does, antialiasing included: grey from
     * RGB is ITU-R 601-2 luma, RGB from grey repeats the plane.
     *
     * @param image any width and height
     * @param size width and height of the result, at least 1
     * @param channels 1 or 3
     * @return {@code channels * size * size} unsigned bytes, planar: channel, row, column
     */
    public static byte[] toSquare(Image image, int size, int channels) {
        requireNonNull(image, "image is null");
        if (size < 1) {
            throw new IllegalArgumentException("size is %d, not positive".formatted(size));
        }
        if (channels != 1 && channels != 3) {
            throw new IllegalArgumentException("channels is %d, not 1 or 3".formatted(channels));
        }
        byte[] planes = planes(image, channels);
        int area = image.width() * image.height();
        FilterTaps horizontal = new FilterTaps(image.width(), size);
        FilterTaps vertical = new FilterTaps(image.height(), size);
        PlaneResizer resizer = new PlaneResizer();
        byte[] square = new byte[channels * size * size];
        for (int channel = 0; channel < channels; channel++) {
            resizer.resize(
                    planes,
                    channel * area,
                    image.width(),
                    image.height(),
                    horizontal,
                    vertical,
                    square,
                    channel * size * size);
        }
        return square;
    }

    private static byte[] planes(Image image, int channels) {
        byte[] pixels = image.pixels();
        if (image.channels() == 1) {
            return channels == 1 ? pixels : repeated(pixels, channels);
        }
        return channels == 1 ? Grey.ofInterleaved(pixels) : separated(pixels, channels);
    }

    private static byte[] repeated(byte[] plane, int channels) {
        byte[] planes = new byte[channels * plane.length];
        for (int channel = 0; channel < channels; channel++) {
            System.arraycopy(plane, 0, planes, channel * plane.length, plane.length);
        }
        return planes;
    }

    private static byte[] separated(byte[] interleaved, int channels) {
        int area = interleaved.length / channels;
        byte[] planes = new byte[interleaved.length];
        for (int pixel = 0; pixel < area; pixel++) {
            for (int channel = 0; channel < channels; channel++) {
                planes[channel * area + pixel] = interleaved[channels * pixel + channel];
            }
        }
        return planes;
    }
}
