/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.busi;

import java.io.IOException;
import java.util.Optional;
import org.modan.spi.Image;

/**
 * A rectangle of pixels.
 *
 * @param left the first column
 * @param top the first row
 * @param right the column after the last
 * @param bottom the row after the last
 */
record LesionBox(int left, int top, int right, int bottom) {

    /** Masks are black and white; anything between was made by resampling them. */
    private static final int WHITE = 128;

    LesionBox {
        if (left >= right || top >= bottom) {
            throw new IllegalArgumentException("a box without pixels");
        }
    }

    /** The smallest box around what a mask marks; empty if it marks nothing. */
    static Optional<LesionBox> around(Image mask) {
        int left = mask.width();
        int top = mask.height();
        int right = 0;
        int bottom = 0;
        for (int y = 0; y < mask.height(); y++) {
            for (int x = 0; x < mask.width(); x++) {
                if (isMarked(mask, x, y)) {
                    left = Math.min(left, x);
                    right = Math.max(right, x + 1);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        return right == 0 ? Optional.empty() : Optional.of(new LesionBox(left, top, right, bottom));
    }

    /** The smallest box around both. */
    LesionBox union(LesionBox other) {
        return new LesionBox(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    /**
     * The box with every side moved outwards, as far as the image reaches.
     *
     * @param margin share of the box's width, or height, that is added at each side
     */
    LesionBox widened(double margin, int width, int height) {
        int across = (int) Math.round(margin * (right - left));
        int down = (int) Math.round(margin * (bottom - top));
        return new LesionBox(
                Math.max(0, left - across),
                Math.max(0, top - down),
                Math.min(width, right + across),
                Math.min(height, bottom + down));
    }

    /** What of an image lies in the box, which must lie in the image. */
    Image cutFrom(Image image) {
        int channels = image.channels();
        int rowLength = (right - left) * channels;
        byte[] pixels = new byte[rowLength * (bottom - top)];
        for (int y = top; y < bottom; y++) {
            System.arraycopy(
                    image.pixels(),
                    (y * image.width() + left) * channels,
                    pixels,
                    (y - top) * rowLength,
                    rowLength);
        }
        return channels == 1
                ? Image.grey(right - left, bottom - top, pixels)
                : Image.rgb(right - left, bottom - top, pixels);
    }

    /**
     * @throws IOException if a mask is of another size than its image; the message completes "FILE:
     *     ..."
     */
    static void requireSameSize(Image image, Image mask, String maskName) throws IOException {
        if (image.width() != mask.width() || image.height() != mask.height()) {
            throw new IOException(
                    "its mask %s has %d x %d pixels, it has %d x %d itself; copy both again, or use crop: none"
                            .formatted(
                                    maskName,
                                    mask.width(),
                                    mask.height(),
                                    image.width(),
                                    image.height()));
        }
    }

    private static boolean isMarked(Image mask, int x, int y) {
        int at = (y * mask.width() + x) * mask.channels();
        for (int channel = 0; channel < mask.channels(); channel++) {
            if ((mask.pixels()[at + channel] & 0xFF) >= WHITE) {
                return true;
            }
        }
        return false;
    }
}
