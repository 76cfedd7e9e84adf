/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom.view;

import org.modan.datasets.phantom.body.Projection;
import org.modan.datasets.phantom.body.Shape;
import org.modan.datasets.phantom.body.Shapes;
import org.modan.datasets.phantom.body.Site;
import org.modan.datasets.phantom.body.Variation;
import org.modan.datasets.phantom.scan.ProjectionAnatomy;

/** A knee from front to back: femur, tibia, fibula, and the patella over the femur. */
public final class KneeProjection implements ProjectionAnatomy {

    private static final double CORTEX = 0.04;

    @Override
    public Site draw(Projection projection, Variation variation) {
        double leg = variation.vary(0.66, 0.05);
        Shape skin = Shapes.rod(0, -3, 0, 3, leg - 0.12).or(Shapes.ellipse(0, 0, leg, 0.95));
        projection.add(skin, 0.5, 1.3);
        double joint = variation.vary(0.06, 0.05);
        double width = variation.vary(0.23, 0.02);
        double shaft = variation.vary(0.17, 0.02);
        Shape femur =
                Shapes.ellipse(-width, joint - 0.26, 0.22, 0.23)
                        .or(Shapes.ellipse(width, joint - 0.26, 0.22, 0.23))
                        .or(Shapes.ellipse(0, joint - 0.42, 0.36, 0.3))
                        .or(Shapes.rod(0, joint - 0.5, 0, -2, shaft))
                        .minus(Shapes.ellipse(0, joint - 0.03, 0.06, 0.12));
        projection.addBone(femur, 0.22, CORTEX, 6.5);
        Shape tibia =
                Shapes.box(0, joint + 0.20, width + 0.21, 0.16)
                        .or(Shapes.ellipse(0, joint + 0.36, 0.33, 0.3))
                        .or(Shapes.rod(0, joint + 0.5, 0, 2, shaft));
        projection.addBone(tibia, 0.22, CORTEX, 6.5);
        projection.addBone(Shapes.rod(0.37, joint + 0.34, 0.36, 2, 0.065), 0.065, 0.025, 11);
        projection.add(
                Shapes.ellipse(
                        variation.vary(0, 0.03), joint - variation.vary(0.42, 0.04), 0.16, 0.17),
                0.1,
                2.4);
        int side = variation.side();
        return new Site(
                side * variation.vary(0.14, 0.04), joint + variation.vary(0.36, 0.06), 0.13);
    }
}
