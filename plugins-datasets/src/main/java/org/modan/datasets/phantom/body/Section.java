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
        paint((x, y) -> 1, background);
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
        double bright = show.applyAsDouble(tissue);
        double loss = lose.applyAsDouble(tissue);
        double edge = Math.max(softness, shown.pixel());
        double[] brights = shown.values();
        double[] losses = lost.values();
        int i = 0;
        for (int row = 0; row < shown.size(); row++) {
            double y = shown.coordinate(row);
            for (int column = 0; column < shown.size(); column++, i++) {
                double cover = 0.5 + shape.depth(shown.coordinate(column), y) / edge;
                if (cover > 0) {
                    double share = opacity * Math.min(1, cover);
                    brights[i] += share * (bright - brights[i]);
                    losses[i] += share * (loss - losses[i]);
                }
            }
        }
    }

    /** Adds a field to what is shown inside a shape. */
    public void mottle(Shape shape, SmoothNoise noise, double amount) {
        change(shape, shown, (x, y, value) -> value + amount * noise.at(x, y));
    }

    /** Adds to what is lost inside a shape; never below nothing. */
    public void thicken(Shape shape, double amount) {
        change(shape, lost, (x, y, value) -> Math.max(0, value + amount));
    }

    @FunctionalInterface
    private interface Change {
        double apply(double x, double y, double value);
    }

    private static void change(Shape shape, Grid grid, Change change) {
        double[] values = grid.values();
        int i = 0;
        for (int row = 0; row < grid.size(); row++) {
            double y = grid.coordinate(row);
            for (int column = 0; column < grid.size(); column++, i++) {
                double x = grid.coordinate(column);
                if (shape.depth(x, y) > 0) {
                    values[i] = change.apply(x, y, values[i]);
                }
            }
        }
    }
}
