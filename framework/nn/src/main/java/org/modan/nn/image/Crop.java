/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.image;

import java.util.random.RandomGenerator;

/**
 * A rectangle of a square image.
 *
 * @param column of its left edge, from 0
 * @param row of its top edge, from 0
 * @param width in pixels
 * @param height in pixels
 */
record Crop(int column, int row, int width, int height) {

    private static final int TRIES = 10;
    // StrictMath, so that a seed draws the same crops on every platform.
    private static final double LOG_MAX_RATIO = StrictMath.log(4.0 / 3.0);

    /**
     * Draws a rectangle as torchvision's {@code RandomResizedCrop.get_params} does: area {@code A =
     * size^2 U(minScale, maxScale)}, ratio {@code r = exp(U(log 3/4, log 4/3))}, width {@code
     * round(sqrt(A r))}, height {@code round(sqrt(A / r))}, halves to even; drawn again, ten times
     * at most, while it does not fit, then placed uniformly. Where none fits it is the whole image,
     * which is the central crop of a square one.
     */
    static Crop draw(int size, double minScale, double maxScale, RandomGenerator random) {
        double area = (double) size * size;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            double target = area * (minScale + (maxScale - minScale) * random.nextDouble());
            double ratio = StrictMath.exp(LOG_MAX_RATIO * (2 * random.nextDouble() - 1));
            int width = (int) Math.rint(Math.sqrt(target * ratio));
            int height = (int) Math.rint(Math.sqrt(target / ratio));
            if (width > 0 && width <= size && height > 0 && height <= size) {
                int row = random.nextInt(size - height + 1);
                int column = random.nextInt(size - width + 1);
                return new Crop(column, row, width, height);
            }
        }
        return new Crop(0, 0, size, size);
    }
}
