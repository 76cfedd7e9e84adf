/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom.view;

import org.modan.datasets.phantom.body.Projection;
import org.modan.datasets.phantom.body.Shape;
import org.modan.datasets.phantom.body.Shapes;
import org.modan.datasets.phantom.body.Site;
import org.modan.datasets.phantom.body.Variation;
import org.modan.datasets.phantom.scan.ProjectionAnatomy;

/** A chest from behind to front: lungs, ribs, heart, diaphragm. */
public final class ChestProjection implements ProjectionAnatomy {

    private static final int RIBS = 8;

    @Override
    public Site draw(Projection projection, Variation variation) {
        double halfWidth = variation.vary(0.92, 0.05);
        double lungWidth = variation.vary(0.34, 0.03);
        double lungTop = variation.vary(-0.78, 0.04);
        double bottom = variation.vary(0.48, 0.08);
        Shape trunk = Shapes.box(0, 0.45, halfWidth, 1.35).or(Shapes.rod(0, -2, 0, 0, 0.26));
        projection.add(trunk, 0.5, 2.5);
        Shape thorax = Shapes.box(0, -0.02, halfWidth - 0.10, 0.95);
        for (int side = -1; side <= 1; side += 2) {
            double x = side * 0.42;
            double dome = side < 0 ? bottom - 0.08 : bottom;
            Shape lung =
                    Shapes.ellipse(x, lungTop + 0.78, lungWidth, 0.8)
                            .or(Shapes.box(x * 1.08, 0.1, lungWidth, 0.5))
                            .and(thorax)
                            .minus(Shapes.below(dome, x, 0.9));
            projection.add(lung, 0.22, -4.0);
            ribs(projection, side, lungTop, halfWidth, variation);
            projection.addBone(
                    Shapes.rod(side * 0.09, -0.72, side * 0.72, -0.86, 0.04), 0.04, 0.015, 5);
        }
        heart(projection, variation, bottom);
        spine(projection);
        int side = variation.side();
        return new Site(side * variation.vary(0.48, 0.06), variation.vary(-0.12, 0.25), 0.14);
    }

    private static void ribs(
            Projection projection, int side, double top, double halfWidth, Variation variation) {
        double spacing = variation.vary(0.165, 0.01);
        double reach = halfWidth - 0.15;
        for (int i = 0; i < RIBS; i++) {
            double y = top + 0.05 + i * spacing;
            double outer = reach * Math.min(1, 0.62 + 0.12 * i);
            Shape arch = arch(side, y, outer, 0.22, 0.03);
            projection.addBone(arch, 0.03, 0.012, 6);
        }
    }

    /** A band that leaves the spine, rises a little and falls away to the side. */
    private static Shape arch(int side, double y, double outer, double fall, double radius) {
        return Shape.of(
                (px, py) -> {
                    double t = side * px / outer;
                    double line = y + fall * t * t - 0.12 * t;
                    double across = radius - Math.abs(py - line) * 0.9;
                    return Math.min(across, Math.min(side * px - 0.05, outer - side * px));
                });
    }

    private static void heart(Projection projection, Variation variation, double bottom) {
        double size = variation.vary(0.30, 0.04);
        projection.add(
                Shapes.ellipse(0.13, bottom - 0.26, size * 1.15, size * 0.9, 35), size * 0.8, 2.2);
        projection.add(Shapes.rod(0.02, -0.5, 0.02, bottom, 0.12), 0.12, 1.3);
        projection.add(Shapes.circle(0.12, -0.38, 0.1), 0.1, 1.2);
    }

    private static void spine(Projection projection) {
        for (int i = 0; i < 11; i++) {
            projection.add(Shapes.box(0, -0.95 + 0.19 * i, 0.085, 0.08), 0.08, 2.2);
        }
    }
}
