/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom.view;

import org.modan.datasets.phantom.body.Section;
import org.modan.datasets.phantom.body.Shape;
import org.modan.datasets.phantom.body.Shapes;
import org.modan.datasets.phantom.body.Site;
import org.modan.datasets.phantom.body.SmoothNoise;
import org.modan.datasets.phantom.body.Tissue;
import org.modan.datasets.phantom.body.Variation;
import org.modan.datasets.phantom.scan.SectionAnatomy;

/** An axial slice of both breasts of a patient lying prone, chest wall below. */
public final class BreastSection implements SectionAnatomy {

    private static final double GLAND_MOTTLE = 0.08;

    @Override
    public Site draw(Section section, Variation variation) {
        double apart = variation.vary(0.46, 0.02);
        double halfWidth = variation.vary(0.38, 0.03);
        double height = variation.vary(0.85, 0.08);
        double wall = variation.vary(0.28, 0.04);
        Shape chest = Shapes.below(wall, 0, 0.22);
        Shape breasts =
                Shapes.ellipse(-apart, wall, halfWidth, height)
                        .or(Shapes.ellipse(apart, wall, halfWidth, height))
                        .or(Shapes.below(wall - 0.12, 0, 0.1));
        section.paint(breasts, Tissue.SKIN);
        section.paint(breasts.inset(0.03), Tissue.FAT);
        SmoothNoise lobules = new SmoothNoise(16, variation.patient());
        for (int side = -1; side <= 1; side += 2) {
            Shape gland =
                    Shapes.ellipse(
                            side * apart,
                            wall - height * 0.42,
                            halfWidth * variation.vary(0.62, 0.08),
                            height * variation.vary(0.4, 0.05));
            Shape lobed = gland.ragged(lobules, 0.09);
            section.paint(lobed, Tissue.GLAND);
            section.mottle(lobed, lobules, GLAND_MOTTLE);
        }
        chest(section, chest, wall);
        int side = variation.side();
        return new Site(
                side * (apart + variation.vary(0, 0.06)),
                wall - height * variation.vary(0.45, 0.1),
                0.15);
    }

    private static void chest(Section section, Shape chest, double wall) {
        section.paint(chest, Tissue.MUSCLE);
        section.paint(chest.inset(0.10), Tissue.FAT);
        for (int side = -1; side <= 1; side += 2) {
            for (int i = 0; i < 3; i++) {
                double x = side * (0.22 + 0.26 * i);
                section.paint(
                        Shapes.ellipse(x, wall + 0.16 + 0.22 * x * x, 0.09, 0.03, side * 14 * i),
                        Tissue.CORTICAL_BONE);
            }
            section.paint(
                    Shapes.ellipse(side * 0.55, 1.05, 0.42, 0.5).and(chest.inset(0.2)),
                    Tissue.LUNG);
        }
        section.paint(Shapes.ellipse(0.1, 0.88, 0.26, 0.26).and(chest.inset(0.2)), Tissue.BLOOD);
    }
}
