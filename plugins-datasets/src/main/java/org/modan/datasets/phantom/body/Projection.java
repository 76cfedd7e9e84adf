/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom.body;

/**
 * A body as rays pass through it: what lies behind one another adds up. Holds the optical depth, of
 * which the negative exponential comes through.
 */
public final class Projection {

    private final Grid depth;

    /**
     * @param size pixels a side
     */
    public Projection(int size) {
        depth = new Grid(size);
    }

    public Grid depth() {
        return depth;
    }

    /**
     * Adds a solid with a rounded rim. At a distance {@code d} from its edge and with a roundness
     * {@code r} its thickness is that of a cylinder of radius r, {@code 2 sqrt(2 r d - d^2)}, up to
     * {@code 2 r} where {@code d >= r}.
     *
     * @param coefficient attenuation a unit of thickness; negative for what displaces tissue
     */
    public void add(Shape shape, double roundness, double coefficient) {
        depth.change(
                shape,
                0,
                (x, y, inside, value) -> {
                    double d = Math.min(inside, roundness);
                    double thickness = 2 * Math.sqrt(2 * roundness * d - d * d);
                    return Math.max(0, value + coefficient * thickness);
                });
    }

    /** Adds a hollow bone: dense cortex around looser marrow. */
    public void addBone(Shape shape, double roundness, double cortex, double coefficient) {
        add(shape, roundness, coefficient);
        add(shape.inset(cortex), Math.max(0.01, roundness - cortex), -0.6 * coefficient);
    }
}
