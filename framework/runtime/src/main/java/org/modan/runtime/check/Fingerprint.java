/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.check;

import java.util.Optional;
import org.modan.nn.image.Images;
import org.modan.spi.Image;

/**
 * What is left of an image when file format, size, brightness and contrast are taken away: a hash
 * of its coarse layout, to find candidates by, and its fine detail, to tell the same view from a
 * similar one.
 *
 * <p>Both are taken from a grey thumbnail of 32 x 32 pixels. The detail is the thumbnail less its
 * mean over 3 x 3 pixels (edges repeated), brought to mean 0 and deviation 16 and held in bytes.
 * Images of one organ share their coarse layout: whole thumbnails correlate by 0.97 or more in many
 * pairs that are not the same. Speckle, vessels and trabeculae are what tells those apart.
 */
final class Fingerprint {

    private static final int SIZE = 32;
    private static final int AREA = SIZE * SIZE;
    private static final double DEVIATION = 16;

    /** Grey levels; less is the rounding of an image that shows nothing. */
    private static final double FAINTEST = 0.5;

    private final long hash;
    private final byte[] detail;
    private final double norm;

    private Fingerprint(long hash, byte[] detail, double norm) {
        this.hash = hash;
        this.detail = detail;
        this.norm = norm;
    }

    /** Empty for an image that shows nothing, which would be like any other such image. */
    static Optional<Fingerprint> of(Image image) {
        byte[] thumbnail = Images.toSquare(image, SIZE, 1);
        double[] detail = detail(thumbnail);
        double mean = 0;
        for (double value : detail) {
            mean += value / AREA;
        }
        double variance = 0;
        for (double value : detail) {
            variance += (value - mean) * (value - mean) / AREA;
        }
        if (variance < FAINTEST * FAINTEST) {
            return Optional.empty();
        }
        double scale = DEVIATION / Math.sqrt(variance);
        byte[] rounded = new byte[AREA];
        long squares = 0;
        for (int i = 0; i < AREA; i++) {
            long value = Math.round((detail[i] - mean) * scale);
            rounded[i] = (byte) Math.max(-Byte.MAX_VALUE, Math.min(Byte.MAX_VALUE, value));
            squares += rounded[i] * rounded[i];
        }
        return Optional.of(
                new Fingerprint(CosineHash.of(thumbnail, SIZE), rounded, Math.sqrt(squares)));
    }

    /** Of the coarse layout; images that show the same differ in few of its 63 bits. */
    long hash() {
        return hash;
    }

    /** The correlation of the fine detail, from -1 to 1. */
    double similarity(Fingerprint other) {
        int product = 0;
        for (int i = 0; i < AREA; i++) {
            product += detail[i] * other.detail[i];
        }
        return product / (norm * other.norm);
    }

    private static double[] detail(byte[] thumbnail) {
        double[] detail = new double[AREA];
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                int sum = 0;
                for (int row = y - 1; row <= y + 1; row++) {
                    for (int column = x - 1; column <= x + 1; column++) {
                        sum += thumbnail[within(row) * SIZE + within(column)] & 0xff;
                    }
                }
                detail[y * SIZE + x] = (thumbnail[y * SIZE + x] & 0xff) - sum / 9.0;
            }
        }
        return detail;
    }

    private static int within(int position) {
        return Math.max(0, Math.min(SIZE - 1, position));
    }
}
