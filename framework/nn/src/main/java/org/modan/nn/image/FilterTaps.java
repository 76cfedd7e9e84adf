/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.image;

import java.util.Arrays;

/**
 * For each output position along one axis, which input positions contribute and by how much: a
 * triangle filter (bilinear interpolation), widened by the ratio when shrinking so that nothing
 * aliases.
 *
 * <p>With ratio {@code s = length / size} and {@code f = max(s, 1)}, output {@code i} is centred on
 * {@code c = (i + 1/2) s} and input {@code j} weighs {@code max(0, 1 - |j + 1/2 - c| / f)},
 * normalised to a sum of one and rounded to 22 fractional bits. These are the steps of Pillow's
 * {@code Resample.c} ({@code precompute_coeffs}, {@code normalize_coeffs_8bpc}), so that results
 * are equal bit for bit.
 */
final class FilterTaps {

    /** Fractional bits of a weight: 8-bit pixels and two bits of headroom fit in an int. */
    static final int PRECISION_BITS = 32 - 8 - 2;

    private final int stride;
    private final int[] first;
    private final int[] count;
    private final int[] weights;

    /**
     * @param length pixels of the input axis
     * @param size pixels of the output axis
     */
    FilterTaps(int length, int size) {
        double scale = (double) length / size;
        double support = Math.max(scale, 1);
        stride = (int) Math.ceil(support) * 2 + 1;
        first = new int[size];
        count = new int[size];
        weights = new int[size * stride];
        double[] row = new double[stride];
        for (int output = 0; output < size; output++) {
            double center = (output + 0.5) * scale;
            int from = Math.max(0, (int) (center - support + 0.5));
            int to = Math.min(length, (int) (center + support + 0.5));
            first[output] = from;
            count[output] = to - from;
            fillRow(row, output, center, 1 / support);
        }
    }

    private void fillRow(double[] row, int output, double center, double inverseSupport) {
        Arrays.fill(row, 0);
        double sum = 0;
        for (int tap = 0; tap < count[output]; tap++) {
            double distance = Math.abs((tap + first[output] - center + 0.5) * inverseSupport);
            row[tap] = distance < 1 ? 1 - distance : 0;
            sum += row[tap];
        }
        for (int tap = 0; tap < count[output]; tap++) {
            weights[output * stride + tap] = (int) (0.5 + row[tap] / sum * (1 << PRECISION_BITS));
        }
    }

    int size() {
        return first.length;
    }

    /** The first input that contributes to an output. */
    int first(int output) {
        return first[output];
    }

    /** How many inputs from there on do. */
    int count(int output) {
        return count[output];
    }

    int weight(int output, int tap) {
        return weights[output * stride + tap];
    }
}
