/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.embedding;

import java.util.function.DoubleUnaryOperator;

/** Finds the width at which a kernel over neighbours reaches a target, by halving intervals. */
final class Bandwidth {

    private static final int STEPS = 64;
    private static final double TOLERANCE = 1e-5;

    private Bandwidth() {}

    /**
     * @param growing a function of the width, from 0 upwards
     * @return the width at which it has the target's value, starting the search at 1
     */
    static double of(DoubleUnaryOperator growing, double target) {
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double width = 1;
        for (int i = 0; i < STEPS; i++) {
            double value = growing.applyAsDouble(width);
            if (Math.abs(value - target) < TOLERANCE) {
                return width;
            }
            if (value > target) {
                high = width;
            } else {
                low = width;
            }
            width = high == Double.POSITIVE_INFINITY ? 2 * width : (low + high) / 2;
        }
        return width;
    }
}
