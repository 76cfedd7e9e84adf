/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom.body;

import static java.util.Objects.requireNonNull;

import java.util.random.RandomGenerator;

/**
 * Standard normal numbers by Marsaglia's polar method (G. Marsaglia, T. A. Bray, SIAM Review 6
 * (1964) 260), with {@link StrictMath}: the JDK's own may change from release to release.
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
