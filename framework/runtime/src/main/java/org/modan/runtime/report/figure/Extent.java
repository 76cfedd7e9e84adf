/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.figure;

/**
 * Where points lie on a plane, for panels that are square: both axes share one scale, since
 * distances on a map have no direction.
 */
public record Extent(double centreX, double centreY, double side) {

    private static final double MARGIN = 1.05;

    public static Extent of(double[] x, double[] y) {
        double[] across = range(x);
        double[] up = range(y);
        double side = Math.max(across[1] - across[0], up[1] - up[0]) * MARGIN;
        return new Extent((across[0] + across[1]) / 2, (up[0] + up[1]) / 2, side > 0 ? side : 1);
    }

    private static double[] range(double[] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return values.length == 0 ? new double[] {0, 1} : new double[] {low, high};
    }

    /** From 0 at the left to 1 at the right. */
    public double across(double x) {
        return (x - centreX) / side + 0.5;
    }

    /** From 0 at the bottom to 1 at the top. */
    public double up(double y) {
        return (y - centreY) / side + 0.5;
    }
}
