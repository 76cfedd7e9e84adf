/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom.body;

/** The shapes that bodies are put together from. */
public final class Shapes {

    private Shapes() {}

    public static Shape circle(double x, double y, double radius) {
        return ellipse(x, y, radius, radius);
    }

    /** An ellipse with the given half axes. */
    public static Shape ellipse(
            double centerX, double centerY, double halfWidth, double halfHeight) {
        double scale = Math.min(halfWidth, halfHeight);
        return Shape.inside(
                Box.around(centerX, centerY, halfWidth, halfHeight),
                (x, y) -> {
                    double u = (x - centerX) / halfWidth;
                    double v = (y - centerY) / halfHeight;
                    return (1 - Math.sqrt(u * u + v * v)) * scale;
                });
    }

    /** An ellipse turned clockwise by an angle in degrees. */
    public static Shape ellipse(
            double centerX, double centerY, double halfWidth, double halfHeight, double degrees) {
        double cos = StrictMath.cos(StrictMath.toRadians(degrees));
        double sin = StrictMath.sin(StrictMath.toRadians(degrees));
        Shape upright = ellipse(0, 0, halfWidth, halfHeight);
        double reach = Math.max(halfWidth, halfHeight);
        return Shape.inside(
                Box.around(centerX, centerY, reach, reach),
                (x, y) -> {
                    double dx = x - centerX;
                    double dy = y - centerY;
                    return upright.depth(dx * cos + dy * sin, dy * cos - dx * sin);
                });
    }

    /** A rectangle with rounded corners ("superellipse" of order four). */
    public static Shape box(double centerX, double centerY, double halfWidth, double halfHeight) {
        double scale = Math.min(halfWidth, halfHeight);
        return Shape.inside(
                Box.around(centerX, centerY, halfWidth, halfHeight),
                (x, y) -> {
                    double u = (x - centerX) / halfWidth;
                    double v = (y - centerY) / halfHeight;
                    return (1 - Math.sqrt(Math.sqrt(u * u * u * u + v * v * v * v))) * scale;
                });
    }

    /** All points within a distance of a straight line between two points. */
    public static Shape rod(double x0, double y0, double x1, double y1, double radius) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double squared = dx * dx + dy * dy;
        Box ends = Box.around(x0, y0, radius, radius).join(Box.around(x1, y1, radius, radius));
        return Shape.inside(
                ends,
                (x, y) -> {
                    double along = ((x - x0) * dx + (y - y0) * dy) / squared;
                    double at = Math.max(0, Math.min(1, along));
                    double offX = x - x0 - at * dx;
                    double offY = y - y0 - at * dy;
                    return radius - Math.sqrt(offX * offX + offY * offY);
                });
    }

    /** Everything below the parabola {@code y = top + bend * (x - center)^2}. */
    public static Shape below(double top, double center, double bend) {
        return Shape.of((x, y) -> y - top - bend * (x - center) * (x - center));
    }

    /** A layer of a thickness under the same parabola. */
    public static Shape layer(double top, double thickness, double center, double bend) {
        return below(top, center, bend).minus(below(top + thickness, center, bend));
    }
}
