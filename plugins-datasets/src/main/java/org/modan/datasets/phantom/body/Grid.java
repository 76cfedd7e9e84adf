/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom.body;

/** A square of values over the coordinates -1 to 1, with pixel centres in between. */
public final class Grid {

    private final int size;
    private final double[] values;

    /**
     * @param size pixels a side
     */
    public Grid(int size) {
        this.size = size;
        values = new double[size * size];
    }

    public int size() {
        return size;
    }

    /** The values themselves, row by row. */
    public double[] values() {
        return values;
    }

    /** The coordinate of a row's or column's centre. */
    public double coordinate(int index) {
        return (2 * index + 1.0) / size - 1;
    }

    /** The width of a pixel. */
    public double pixel() {
        return 2.0 / size;
    }

    /** The value between pixel centres, bilinear; the edge's beyond it. */
    public double at(double x, double y) {
        double u = clamp((x + 1) * size / 2 - 0.5);
        double v = clamp((y + 1) * size / 2 - 0.5);
        int column = Math.min(size - 2, (int) u);
        int row = Math.min(size - 2, (int) v);
        double right = u - column;
        double down = v - row;
        int corner = row * size + column;
        double top = values[corner] * (1 - right) + values[corner + 1] * right;
        double bottom = values[corner + size] * (1 - right) + values[corner + size + 1] * right;
        return top * (1 - down) + bottom * down;
    }

    private double clamp(double index) {
        return Math.max(0, Math.min(size - 1, index));
    }
}
