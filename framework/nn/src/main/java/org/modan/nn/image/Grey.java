/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.image;

/**
 * Luma of an RGB pixel as PIL's mode {@code L} has it: ITU-R 601-2 in 16-bit fixed point,
 *
 * <pre>L = (19595 R + 38470 G + 7471 B + 32768) >> 16</pre>
 *
 * for unsigned bytes; a grey pixel (R = G = B) keeps its value.
 */
final class Grey {

    private static final int RED = 19595;
    private static final int GREEN = 38470;
    private static final int BLUE = 7471;
    private static final int HALF = 1 << 15;
    private static final int BITS = 16;

    private Grey() {}

    /** Luma of one pixel; arguments are unsigned bytes. */
    static int luma(byte red, byte green, byte blue) {
        return (RED * (red & 0xFF) + GREEN * (green & 0xFF) + BLUE * (blue & 0xFF) + HALF) >> BITS;
    }

    /** One grey plane of interleaved RGB. */
    static byte[] ofInterleaved(byte[] rgb) {
        byte[] grey = new byte[rgb.length / 3];
        for (int pixel = 0; pixel < grey.length; pixel++) {
            int at = 3 * pixel;
            grey[pixel] = (byte) luma(rgb[at], rgb[at + 1], rgb[at + 2]);
        }
        return grey;
    }
}
