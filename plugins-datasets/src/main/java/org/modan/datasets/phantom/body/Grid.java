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

    /** The first row or column whose centre is not before a coordinate. */
    int first(double from) {
        return (int) Math.max(0, Math.min(size, Math.ceil((from + 1) * size / 2 - 0.5)));
    }

    /** One more than the last row or column whose centre is not beyond a coordinate. */
    int end(double to) {
        return (int) Math.max(0, Math.min(size, Math.floor((to + 1) * size / 2 - 0.5) + 1));
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

    /** What becomes of a value, given how deep inside a shape it lies. */
    @FunctionalInterface
    interface Change {
        double apply(double x, double y, double depth, double value);
    }

    /** Changes the values of a shape and of a margin around it. */
    void change(Shape shape, double margin, Change change) {
        Box box = shape.box().grow(margin);
        int endRow = end(box.bottom());
        int endColumn = end(box.right());
        for (int row = first(box.top()); row < endRow; row++) {
            double y = coordinate(row);
            for (int column = first(box.left()); column < endColumn; column++) {
                double x = coordinate(column);
                double depth = shape.depth(x, y);
                if (depth > -margin) {
                    int i = row * size + column;
                    values[i] = change.apply(x, y, depth, values[i]);
                }
            }
        }
    }

    private double clamp(double index) {
        return Math.max(0, Math.min(size - 1, index));
    }
}
