/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom.body;

import java.util.random.RandomGenerator;

/**
 * A smooth random field with values of about -1 to 1: random at grid points, eased between them.
 */
public final class SmoothNoise {

    private final int cells;
    private final double[] values;

    /**
     * @param cells grid cells from edge to edge; the more, the finer
     */
    public SmoothNoise(int cells, RandomGenerator random) {
        this.cells = cells;
        values = new double[(cells + 1) * (cells + 1)];
        for (int i = 0; i < values.length; i++) {
            values[i] = 2 * random.nextDouble() - 1;
        }
    }

    /** The value at a point of the field from (-1, -1) to (1, 1). */
    public double at(double x, double y) {
        double u = clamp((x + 1) / 2) * cells;
        double v = clamp((y + 1) / 2) * cells;
        int column = Math.min(cells - 1, (int) u);
        int row = Math.min(cells - 1, (int) v);
        double right = ease(u - column);
        double down = ease(v - row);
        int corner = row * (cells + 1) + column;
        double top = values[corner] * (1 - right) + values[corner + 1] * right;
        int below = corner + cells + 1;
        double bottom = values[below] * (1 - right) + values[below + 1] * right;
        return top * (1 - down) + bottom * down;
    }

    private static double clamp(double value) {
        return Math.max(0, Math.min(1, value));
    }

    private static double ease(double t) {
        return t * t * (3 - 2 * t);
    }
}
