/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.statistics;

/**
 * A two-sided confidence interval of 95%.
 *
 * @param low its lower end
 * @param high its upper end
 */
public record Interval(double low, double high) {

    /** How often such intervals hold the true value, if what they assume is true. */
    public static final double LEVEL = 0.95;

    /** What is left outside at either end. */
    static final double TAIL = (1 - LEVEL) / 2;

    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("no interval: %s to %s".formatted(low, high));
        }
    }
}
