/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom.body;

/** A region of the plane, given by how deep inside it a point lies. */
@FunctionalInterface
public interface Shape {

    /** About the distance to the edge: positive inside, negative outside. */
    double depth(double x, double y);

    /** What is left when a rim of that thickness is taken off; grows if negative. */
    default Shape inset(double rim) {
        return (x, y) -> depth(x, y) - rim;
    }

    default Shape and(Shape other) {
        return (x, y) -> Math.min(depth(x, y), other.depth(x, y));
    }

    default Shape or(Shape other) {
        return (x, y) -> Math.max(depth(x, y), other.depth(x, y));
    }

    default Shape minus(Shape other) {
        return (x, y) -> Math.min(depth(x, y), -other.depth(x, y));
    }
}
