/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.check;

import java.util.Arrays;

/**
 * The perceptual hash of Zauner, "Implementation and benchmarking of perceptual image hash
 * functions", 2010, section 3.2: the signs, relative to their median, of the 63 lowest coefficients
 * of the two-dimensional DCT-II other than the mean, 8 by 8 frequencies.
 */
final class CosineHash {

    private static final int FREQUENCIES = 8;

    private CosineHash() {}

    /**
     * @param grey size * size unsigned bytes, row by row
     * @return bit {@code 8u + v} for the frequencies {@code u} across and {@code v} down; bit 0 is
     *     not used
     */
    static long of(byte[] grey, int size) {
        double[][] waves = waves(size);
        double[][] across = new double[FREQUENCIES][size];
        for (int u = 0; u < FREQUENCIES; u++) {
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    across[u][y] += (grey[y * size + x] & 0xff) * waves[u][x];
                }
            }
        }
        double[] coefficients = new double[FREQUENCIES * FREQUENCIES];
        for (int u = 0; u < FREQUENCIES; u++) {
            for (int v = 0; v < FREQUENCIES; v++) {
                for (int y = 0; y < size; y++) {
                    coefficients[u * FREQUENCIES + v] += across[u][y] * waves[v][y];
                }
            }
        }
        return aboveMedian(coefficients);
    }

    private static long aboveMedian(double[] coefficients) {
        double[] sorted = Arrays.copyOfRange(coefficients, 1, coefficients.length);
        Arrays.sort(sorted);
        double median = sorted[sorted.length / 2];
        long hash = 0;
        for (int i = 1; i < coefficients.length; i++) {
            if (coefficients[i] > median) {
                hash |= 1L << i;
            }
        }
        return hash;
    }

    private static double[][] waves(int size) {
        double[][] waves = new double[FREQUENCIES][size];
        for (int k = 0; k < FREQUENCIES; k++) {
            for (int n = 0; n < size; n++) {
                waves[k][n] = Math.cos(Math.PI * k * (2 * n + 1) / (2.0 * size));
            }
        }
        return waves;
    }
}
