/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom.body;

import static java.util.Objects.requireNonNull;

import java.util.function.ToDoubleFunction;

/**
 * A slice through a body: each shape painted replaces what was there. Kept are two values of a
 * tissue that a modality chooses: what it shows of it, and what it loses in it.
 */
public final class Section {

    private final Grid shown;
    private final Grid lost;
    private final ToDoubleFunction<Tissue> show;
    private final ToDoubleFunction<Tissue> lose;

    /**
     * @param size pixels a side
     * @param background what is there before anything is painted
     */
    public Section(
            int size,
            Tissue background,
            ToDoubleFunction<Tissue> show,
            ToDoubleFunction<Tissue> lose) {
        this.show = requireNonNull(show, "show is null");
        this.lose = requireNonNull(lose, "lose is null");
        shown = new Grid(size);
        lost = new Grid(size);
        paint(Shape.of((x, y) -> 1), background);
    }

    public Grid shown() {
        return shown;
    }

    public Grid lost() {
        return lost;
    }

    /** Puts a tissue into a shape, with a sharp edge. */
    public void paint(Shape shape, Tissue tissue) {
        paint(shape, tissue, 0, 1);
    }

    /**
     * Puts a tissue into a shape.
     *
     * @param softness width of the edge
     * @param opacity share of the tissue in what is there afterwards, 0 to 1
     */
    public void paint(Shape shape, Tissue tissue, double softness, double opacity) {
        double edge = Math.max(softness, shown.pixel());
        blend(shown, shape, show.applyAsDouble(tissue), edge, opacity);
        blend(lost, shape, lose.applyAsDouble(tissue), edge, opacity);
    }

    /** Adds a field to what is shown inside a shape. */
    public void mottle(Shape shape, SmoothNoise noise, double amount) {
        shown.change(shape, 0, (x, y, depth, value) -> value + amount * noise.at(x, y));
    }

    /** Adds to what is lost inside a shape; never below nothing. */
    public void addLoss(Shape shape, double amount) {
        lost.change(shape, 0, (x, y, depth, value) -> Math.max(0, value + amount));
    }

    /** The edge lies halfway up a ramp of its width. */
    private static void blend(Grid grid, Shape shape, double target, double edge, double opacity) {
        grid.change(
                shape,
                edge / 2,
                (x, y, depth, value) -> {
                    double share = opacity * Math.min(1, 0.5 + depth / edge);
                    return value + share * (target - value);
                });
    }
}
