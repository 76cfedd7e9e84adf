/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The differences of paired values, first minus second.
 *
 * <p>Two values that are equal on paper may differ in the last digit in memory, as {@code 0.9 -
 * 0.8} and {@code 0.4 - 0.3} do. Ranks must not depend on that: differences smaller than 10^-12 of
 * the largest value are zero, and those whose absolute values are closer together than that are
 * tied.
 */
public final class PairedDifferences {

    private static final double ROUNDING = 1e-12;

    private final double[] values;

    private PairedDifferences(double[] values) {
        this.values = values;
    }

    /**
     * @param first one value for each repeat or fold
     * @param second its partners
     * @throws IllegalArgumentException if lengths differ or a value is not finite
     */
    public static PairedDifferences of(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(
                    "%d values cannot be paired with %d".formatted(first.length, second.length));
        }
        double scale = 0;
        for (double value :
                DoubleStream.concat(DoubleStream.of(first), DoubleStream.of(second)).toArray()) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a value is " + value);
            }
            scale = Math.max(scale, Math.abs(value));
        }
        double[] values = new double[first.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = first[i] - second[i];
        }
        tie(values, scale * ROUNDING);
        return new PairedDifferences(values);
    }

    /** Gives what differs by rounding alone one absolute value. */
    private static void tie(double[] values, double rounding) {
        int[] order =
                IntStream.range(0, values.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> Math.abs(values[i])))
                        .mapToInt(Integer::intValue)
                        .toArray();
        double representative = 0;
        double last = 0;
        for (int i : order) {
            double size = Math.abs(values[i]);
            if (size - last > rounding) {
                representative = size;
            }
            last = size;
            values[i] = representative == 0 ? 0 : Math.copySign(representative, values[i]);
        }
    }

    public int size() {
        return values.length;
    }

    public double[] values() {
        return values.clone();
    }

    /**
     * @throws java.util.NoSuchElementException if there are no differences
     */
    public double mean() {
        return DoubleStream.of(values).average().orElseThrow();
    }

    /** How many are zero. */
    public int zeros() {
        return (int) DoubleStream.of(values).filter(value -> value == 0).count();
    }

    /** Those that are not zero. */
    double[] nonZero() {
        return DoubleStream.of(values).filter(value -> value != 0).toArray();
    }

    @Override
    public String toString() {
        return "PairedDifferences" + Arrays.toString(values);
    }
}
