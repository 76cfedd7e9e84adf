/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.phantom;

import java.util.random.RandomGenerator;
import org.modan.spi.Seed;

/**
 * Feature vectors with a difference that can be learnt. Like those of real encoders they have
 * columns of very different spread, one that is the same for every image (a dead unit), and now and
 * then the same row twice.
 */
final class PhantomFeatures {

    /** Length of a vector. */
    static final int WIDTH = 12;

    private static final int INFORMATIVE = 4;
    private static final int CONSTANT = 5;
    private static final int WIDE = 6;
    private static final double SHIFT = 1.2;

    private PhantomFeatures() {}

    /**
     * @param number of the image; a vector depends on nothing else but its class
     */
    static float[] row(int number, boolean positive, Seed seed) {
        // Images 0 and 1 of one class are duplicates, as archives have them.
        int drawn = number == 1 ? 0 : number;
        RandomGenerator random = seed.derive("features", drawn).random();
        float[] row = new float[WIDTH];
        for (int column = 0; column < WIDTH; column++) {
            double noise = random.nextDouble() - random.nextDouble();
            double shift = positive && column < INFORMATIVE ? SHIFT : 0;
            row[column] = (float) (noise + shift);
        }
        row[CONSTANT] = 0;
        row[WIDE] *= 1000;
        return row;
    }
}
