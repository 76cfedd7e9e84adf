/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.image;

import java.awt.image.Raster;
import org.modan.spi.Image;

/**
 * Turns four inks into red, green and blue as PIL's {@code convert("RGB")} does, without colour
 * management: with {@code c} and {@code k} from 0 (no ink) to 255,
 *
 * <pre>R = (255 - k) - c (255 - k) / 255</pre>
 *
 * rounded, and G and B likewise.
 */
enum Cmyk {
    /** As in TIFF files: 0 is no ink. */
    PLAIN,
    /** As in JPEG files, by Adobe's convention: 255 is no ink. */
    INVERTED,
    /** As in JPEG files that store {@code 255 - CMY} of the inverted inks as YCbCr (ITU-R 601). */
    YCCK;

    private static final int MAX = 255;

    /**
     * @throws IllegalArgumentException if there are not four bands of 8 bits
     */
    Image toRgb(Raster raster) {
        int bits = raster.getSampleModel().getSampleSize(0);
        if (raster.getNumBands() < 4 || bits != 8) {
            throw new IllegalArgumentException(
                    "%d inks of %d bits; save it as RGB".formatted(raster.getNumBands(), bits));
        }
        int width = raster.getWidth();
        int height = raster.getHeight();
        byte[] pixels = new byte[width * height * 3];
        int bands = raster.getNumBands();
        int[] row = new int[width * bands];
        int[] inks = new int[3];
        int at = 0;
        for (int y = 0; y < height; y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                int paper = paper(row, bands * x, inks);
                for (int ink : inks) {
                    pixels[at++] = (byte) (paper - share(ink, paper));
                }
            }
        }
        return Image.rgb(width, height, pixels);
    }

    /** Fills in the three inks of one pixel and returns what black leaves: 255 - k. */
    private int paper(int[] row, int at, int[] inks) {
        switch (this) {
            case PLAIN -> System.arraycopy(row, at, inks, 0, 3);
            case INVERTED -> {
                for (int i = 0; i < 3; i++) {
                    inks[i] = MAX - row[at + i];
                }
            }
            case YCCK -> fromYcc(row[at], row[at + 1] - 128, row[at + 2] - 128, inks);
        }
        return this == PLAIN ? MAX - row[at + 3] : row[at + 3];
    }

    private static void fromYcc(int luma, int blue, int red, int[] inks) {
        inks[0] = clip(luma + 1.402 * red);
        inks[1] = clip(luma - 0.344136 * blue - 0.714136 * red);
        inks[2] = clip(luma + 1.772 * blue);
    }

    private static int clip(double value) {
        return (int) Math.max(0, Math.min(MAX, Math.rint(value)));
    }

    /** {@code a b / 255}, rounded, for bytes. */
    private static int share(int a, int b) {
        int product = a * b + 128;
        return ((product >> 8) + product) >> 8;
    }
}
