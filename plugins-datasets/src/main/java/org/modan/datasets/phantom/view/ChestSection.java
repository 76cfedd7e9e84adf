/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom.view;

import org.modan.datasets.phantom.body.Section;
import org.modan.datasets.phantom.body.Shape;
import org.modan.datasets.phantom.body.Shapes;
import org.modan.datasets.phantom.body.Site;
import org.modan.datasets.phantom.body.Tissue;
import org.modan.datasets.phantom.body.Variation;
import org.modan.datasets.phantom.scan.SectionAnatomy;

/** An axial slice of a chest at the level of the heart. */
public final class ChestSection implements SectionAnatomy {

    private static final int RIBS = 9;
    private static final int VESSELS = 12;

    @Override
    public Site draw(Section section, Variation variation) {
        double halfWidth = variation.vary(0.90, 0.05);
        double halfHeight = variation.vary(0.66, 0.05);
        Shape body = Shapes.box(0, 0, halfWidth, halfHeight);
        double fat = variation.vary(0.06, 0.03);
        section.paint(body, Tissue.FAT);
        section.paint(body.inset(fat), Tissue.MUSCLE);
        double wall = fat + variation.vary(0.13, 0.02);
        Shape thorax = Shapes.ellipse(0, -0.02, halfWidth - wall, halfHeight - wall);
        ribs(section, halfWidth - wall + 0.05, halfHeight - wall + 0.05);
        section.paint(thorax, Tissue.FAT);
        double lungX = variation.vary(0.40, 0.02);
        for (int side = -1; side <= 1; side += 2) {
            Shape lung =
                    Shapes.ellipse(side * lungX, 0.0, 0.33, halfHeight - wall - 0.01)
                            .and(thorax.inset(0.015));
            section.paint(lung, Tissue.LUNG);
            vessels(section, lung, side * lungX, variation);
        }
        mediastinum(section, variation, halfHeight);
        int side = variation.side();
        return new Site(
                side * variation.vary(0.47, 0.05), variation.vary(-0.05, 0.18), halfHeight * 0.17);
    }

    private static void ribs(Section section, double halfWidth, double halfHeight) {
        for (int i = 0; i < RIBS; i++) {
            double angle = StrictMath.PI * (i + 0.5) / RIBS - StrictMath.PI / 2;
            double x = halfWidth * StrictMath.cos(angle);
            double y = halfHeight * StrictMath.sin(angle);
            double tilt = StrictMath.toDegrees(StrictMath.atan2(y, x)) + 90;
            for (int side = -1; side <= 1; side += 2) {
                section.paint(
                        Shapes.ellipse(side * x, y, 0.075, 0.026, side * tilt),
                        Tissue.CORTICAL_BONE);
            }
        }
    }

    private static void vessels(Section section, Shape lung, double hilum, Variation variation) {
        for (int i = 0; i < VESSELS; i++) {
            double x = hilum + variation.vary(0, 0.26);
            double y = variation.vary(0, 0.36);
            double radius = variation.vary(0.018, 0.01);
            section.paint(Shapes.circle(x, y, radius).and(lung), Tissue.BLOOD, 0, 0.75);
        }
    }

    private static void mediastinum(Section section, Variation variation, double halfHeight) {
        section.paint(Shapes.ellipse(0, -0.05, 0.13, halfHeight - 0.22), Tissue.FAT);
        double heart = variation.vary(0.25, 0.04);
        section.paint(
                Shapes.ellipse(0.10, -0.10, heart * 1.15, heart * 0.9, 25), Tissue.BLOOD, 0, 0.8);
        double spine = halfHeight - variation.vary(0.27, 0.02);
        section.paint(Shapes.ellipse(0, spine, 0.13, 0.10), Tissue.CORTICAL_BONE);
        section.paint(Shapes.ellipse(0, spine, 0.10, 0.075), Tissue.MARROW);
        section.paint(Shapes.rod(0, spine + 0.10, 0, spine + 0.22, 0.025), Tissue.CORTICAL_BONE);
        section.paint(Shapes.circle(0, spine + 0.115, 0.04), Tissue.MUSCLE);
        section.paint(Shapes.circle(0.13, spine - 0.12, variation.vary(0.07, 0.015)), Tissue.BLOOD);
        section.paint(Shapes.ellipse(0, -halfHeight + 0.17, 0.09, 0.035), Tissue.CORTICAL_BONE);
    }
}
