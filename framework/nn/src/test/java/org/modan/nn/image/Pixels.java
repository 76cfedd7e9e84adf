/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.image;

/** Pixels by formula, so that a peer in another language can make the same. */
final class Pixels {

    private Pixels() {}

    /** {@code (3 x^2 + 7 y + 19 (x y mod 11)) mod 256}. */
    static byte[] grey(int width, int height) {
        byte[] pixels = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = (byte) (3 * x * x + 7 * y + x * y % 11 * 19);
            }
        }
        return pixels;
    }

    /** Interleaved, channel c: {@code (x (13 + 5 c) + y (29 - 7 c) + (x xor y)(c + 3)) mod 256}. */
    static byte[] rgb(int width, int height) {
        byte[] pixels = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < 3; c++) {
                    pixels[3 * (y * width + x) + c] =
                            (byte) (x * (13 + 5 * c) + y * (29 - 7 * c) + (x ^ y) * (c + 3));
                }
            }
        }
        return pixels;
    }

    static int[] unsigned(byte[] pixels) {
        int[] values = new int[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            values[i] = pixels[i] & 0xFF;
        }
        return values;
    }

    static byte[] bytes(int... values) {
        byte[] pixels = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            pixels[i] = (byte) values[i];
        }
        return pixels;
    }
}
