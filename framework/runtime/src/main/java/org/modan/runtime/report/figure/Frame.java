/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.figure;

import java.util.List;
import org.modan.runtime.report.figure.Mark.Anchor;

/** The axes of a small panel. */
record Frame(Pen pen, Scale x, Scale y, String xTitle, String yTitle) {

    static final int LEFT = 52;
    static final int TOP = 30;
    static final int BOTTOM = 46;
    static final int RIGHT = 14;

    /** Draws grid, numbers and titles. */
    void draw(String title, List<Double> xTicks, List<Double> yTicks) {
        for (double tick : xTicks) {
            pen.line(Ink.GRID, 1, x.at(tick), y.start(), x.at(tick), y.end());
            pen.small(Ink.QUIET, x.at(tick), y.start() + 16, Scale.text(tick), Anchor.MIDDLE);
        }
        for (double tick : yTicks) {
            pen.line(Ink.GRID, 1, x.start(), y.at(tick), x.end(), y.at(tick));
            pen.small(Ink.QUIET, x.start() - 7, y.at(tick) + 4, Scale.text(tick), Anchor.END);
        }
        pen.line(Ink.AXIS, 1, x.start(), y.start(), x.end(), y.start());
        pen.line(Ink.AXIS, 1, x.start(), y.start(), x.start(), y.end());
        pen.bold(Ink.TEXT, x.start(), 18, Pen.fitted(title, x.end() - x.start()), Anchor.START);
        pen.small(Ink.QUIET, (x.start() + x.end()) / 2, y.start() + 34, xTitle, Anchor.MIDDLE);
        // Upright beside the axis's top: a turned text is hard to read.
        pen.small(Ink.QUIET, x.end(), TOP - 12.0 + 6, yTitle, Anchor.END);
    }
}
