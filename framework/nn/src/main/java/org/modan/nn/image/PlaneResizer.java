/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.image;

import java.util.Arrays;

/**
 * Antialiased bilinear resizing of one 8-bit plane as PIL's {@code resize(size, BILINEAR)}: a
 * horizontal, then a vertical pass, each rounded to 8 bits. Keeps its intermediate rows between
 * calls, so it serves one thread.
 */
final class PlaneResizer {

    private static final int HALF = 1 << (FilterTaps.PRECISION_BITS - 1);

    // Grey levels as ints: the virtual machine vectorises the vertical pass over them.
    private int[] rows = new int[0];
    private int[] sums = new int[0];

    /**
     * Resizes a rectangle of a plane; pixels outside it have no influence.
     *
     * @param source holds the plane, unsigned bytes
     * @param offset of the rectangle's first pixel in the source
     * @param stride from one of its rows to the next
     * @param height its rows
     * @param horizontal taps from its width to the output's
     * @param vertical taps from its height to the output's
     * @param destination receives the output, row by row
     * @param at where in the destination it begins
     */
    void resize(
            byte[] source,
            int offset,
            int stride,
            int height,
            FilterTaps horizontal,
            FilterTaps vertical,
            byte[] destination,
            int at) {
        int width = horizontal.size();
        if (rows.length < height * width) {
            rows = new int[height * width];
        }
        if (sums.length < width) {
            sums = new int[width];
        }
        for (int row = 0; row < height; row++) {
            narrowRow(source, offset + row * stride, horizontal, row * width);
        }
        for (int row = 0; row < vertical.size(); row++) {
            mixRows(vertical, row, width, destination, at + row * width);
        }
    }

    private void narrowRow(byte[] source, int offset, FilterTaps taps, int at) {
        int width = taps.size();
        for (int output = 0; output < width; output++) {
            int from = offset + taps.first(output);
            int count = taps.count(output);
            int sum = HALF;
            for (int tap = 0; tap < count; tap++) {
                sum += (source[from + tap] & 0xFF) * taps.weight(output, tap);
            }
            rows[at + output] = clip(sum);
        }
    }

    private void mixRows(FilterTaps taps, int output, int width, byte[] destination, int at) {
        Arrays.fill(sums, 0, width, HALF);
        for (int tap = 0; tap < taps.count(output); tap++) {
            addRow((taps.first(output) + tap) * width, taps.weight(output, tap), width);
        }
        for (int column = 0; column < width; column++) {
            destination[at + column] = (byte) clip(sums[column]);
        }
    }

    private void addRow(int row, int weight, int width) {
        int[] from = rows;
        int[] to = sums;
        for (int column = 0; column < width; column++) {
            to[column] += from[row + column] * weight;
        }
    }

    private static int clip(int sum) {
        // Weights are rounded, so a sum may exceed 255 by a fraction; it is never negative.
        return Math.min(sum >> FilterTaps.PRECISION_BITS, 255);
    }
}
