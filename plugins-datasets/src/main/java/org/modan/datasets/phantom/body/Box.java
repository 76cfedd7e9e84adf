/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom.body;

/**
 * An upright rectangle outside of which a shape certainly is not: most shapes are small, and
 * looking for them everywhere would be most of the work.
 */
record Box(double left, double top, double right, double bottom) {

    static final Box EVERYWHERE =
            new Box(
                    Double.NEGATIVE_INFINITY,
                    Double.NEGATIVE_INFINITY,
                    Double.POSITIVE_INFINITY,
                    Double.POSITIVE_INFINITY);

    static Box around(double x, double y, double halfWidth, double halfHeight) {
        return new Box(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight);
    }

    Box grow(double rim) {
        return new Box(left - rim, top - rim, right + rim, bottom + rim);
    }

    /** The smallest box around both. */
    Box join(Box other) {
        return new Box(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    /** What both have in common; without any point if that is nothing. */
    Box meet(Box other) {
        return new Box(
                Math.max(left, other.left),
                Math.max(top, other.top),
                Math.min(right, other.right),
                Math.min(bottom, other.bottom));
    }
}
