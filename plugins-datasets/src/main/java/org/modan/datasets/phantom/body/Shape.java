/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom.body;

import static java.util.Objects.requireNonNull;

/** A region of the plane, given by how deep inside it a point lies. */
public final class Shape {

    /** About the distance to the edge: positive inside, negative outside. */
    @FunctionalInterface
    public interface Depth {
        double at(double x, double y);
    }

    /**
     * A depth is the distance along the narrow side: along the long one it may be this much more.
     */
    private static final double EXCESS = 5;

    private final Box box;
    private final Depth depth;

    private Shape(Box box, Depth depth) {
        this.box = requireNonNull(box, "box is null");
        this.depth = requireNonNull(depth, "depth is null");
    }

    /** A shape that may reach anywhere. */
    public static Shape of(Depth depth) {
        return new Shape(Box.EVERYWHERE, depth);
    }

    /** A shape that lies inside a box. */
    static Shape inside(Box box, Depth depth) {
        return new Shape(box, depth);
    }

    Box box() {
        return box;
    }

    public double depth(double x, double y) {
        return depth.at(x, y);
    }

    /** What is left when a rim of that thickness is taken off; grows if negative. */
    public Shape inset(double rim) {
        Box grown = rim < 0 ? box.grow(-EXCESS * rim) : box;
        return new Shape(grown, (x, y) -> depth.at(x, y) - rim);
    }

    public Shape and(Shape other) {
        return new Shape(
                box.meet(other.box), (x, y) -> Math.min(depth.at(x, y), other.depth.at(x, y)));
    }

    public Shape or(Shape other) {
        return new Shape(
                box.join(other.box), (x, y) -> Math.max(depth.at(x, y), other.depth.at(x, y)));
    }

    public Shape minus(Shape other) {
        return new Shape(box, (x, y) -> Math.min(depth.at(x, y), -other.depth.at(x, y)));
    }

    /** The shape with its edge moved in and out by a random field of at most that amount. */
    public Shape ragged(SmoothNoise noise, double amount) {
        return new Shape(
                box.grow(EXCESS * amount), (x, y) -> depth.at(x, y) + amount * noise.at(x, y));
    }
}
