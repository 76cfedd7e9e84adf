/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom.view;

import org.modan.datasets.phantom.body.Projection;
import org.modan.datasets.phantom.body.Shape;
import org.modan.datasets.phantom.body.Shapes;
import org.modan.datasets.phantom.body.Site;
import org.modan.datasets.phantom.body.SmoothNoise;
import org.modan.datasets.phantom.body.Variation;
import org.modan.datasets.phantom.scan.ProjectionAnatomy;

/** A mammogram: the breast from one edge of the film, gland fanning out from the nipple. */
public final class Mammogram implements ProjectionAnatomy {

    private static final int STRANDS = 11;

    @Override
    public Site draw(Projection projection, Variation variation) {
        int edge = variation.side();
        double reach = variation.vary(1.35, 0.12);
        double halfHeight = variation.vary(0.80, 0.06);
        double middle = variation.vary(0.08, 0.05);
        Shape breast = Shapes.ellipse(-edge, middle, reach, halfHeight);
        projection.add(breast, 0.30, 2.6);
        projection.add(breast.minus(breast.inset(0.025)), 0.02, 5);
        Shape pectoral = Shape.of((x, y) -> -0.45 - 0.55 * y - 0.9 * (edge * x + 1));
        projection.add(pectoral, 0.25, 2);
        double nipple = -edge + edge * reach;
        projection.add(Shapes.circle(nipple, middle, 0.05), 0.05, 4);
        Shape gland =
                Shapes.ellipse(
                        nipple - edge * 0.62,
                        middle,
                        variation.vary(0.42, 0.06),
                        variation.vary(0.42, 0.06));
        projection.add(
                gland.ragged(new SmoothNoise(9, variation.patient()), 0.09),
                0.35,
                variation.vary(1.2, 0.3));
        for (int i = 0; i < STRANDS; i++) {
            double y = middle + variation.vary(0, 0.5);
            double x = nipple - edge * variation.vary(0.8, 0.3);
            Shape strand =
                    Shapes.rod(nipple - edge * 0.08, middle, x, y, variation.vary(0.04, 0.015));
            projection.add(strand.and(breast.inset(0.06)), 0.04, 3);
        }
        return new Site(
                nipple - edge * variation.vary(0.68, 0.12), middle + variation.vary(0, 0.22), 0.15);
    }
}
