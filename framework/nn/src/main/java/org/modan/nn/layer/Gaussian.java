/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.layer;

import static java.util.Objects.requireNonNull;

import java.util.random.RandomGenerator;

/**
 * Standard normal numbers by the polar method: with {@code u, v} uniform in [-1, 1) and {@code 0 <
 * s = u^2 + v^2 < 1}, both {@code u f} and {@code v f} with {@code f = sqrt(-2 ln(s) / s)} are
 * normal and independent (Marsaglia and Bray, SIAM Review 6, 1964).
 *
 * <p>Java's own {@code nextGaussian} gives other numbers in other versions of Java, and with them
 * other networks and other phantoms.
 *
 * @since 1.0
 */
public final class Gaussian {

    private final RandomGenerator random;
    private double spare;
    private boolean hasSpare;

    public Gaussian(RandomGenerator random) {
        this.random = requireNonNull(random, "random is null");
    }

    public double next() {
        if (hasSpare) {
            hasSpare = false;
            return spare;
        }
        double u;
        double v;
        double s;
        do {
            u = 2 * random.nextDouble() - 1;
            v = 2 * random.nextDouble() - 1;
            s = u * u + v * v;
        } while (s >= 1 || s == 0);
        double factor = Math.sqrt(-2 * StrictMath.log(s) / s);
        spare = v * factor;
        hasSpare = true;
        return u * factor;
    }
}
