/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom.view;

import org.modan.datasets.phantom.body.Section;
import org.modan.datasets.phantom.body.Shape;
import org.modan.datasets.phantom.body.Shapes;
import org.modan.datasets.phantom.body.Site;
import org.modan.datasets.phantom.body.Tissue;
import org.modan.datasets.phantom.body.Variation;
import org.modan.datasets.phantom.scan.SectionAnatomy;

/** An axial slice of an abdomen at the level of liver, spleen and kidneys. */
public final class AbdomenSection implements SectionAnatomy {

    private static final int LOOPS = 7;

    @Override
    public Site draw(Section section, Variation variation) {
        double halfWidth = variation.vary(0.90, 0.05);
        double halfHeight = variation.vary(0.68, 0.05);
        Shape body = Shapes.ellipse(0, 0, halfWidth, halfHeight);
        double fat = variation.vary(0.09, 0.04);
        section.paint(body, Tissue.SKIN);
        section.paint(body.inset(0.02), Tissue.FAT);
        Shape wall = body.inset(fat);
        section.paint(wall, Tissue.MUSCLE);
        Shape cavity = wall.inset(0.06);
        section.paint(cavity, Tissue.FAT);
        bowel(section, cavity, variation);
        double spine = 0.30 * halfHeight / 0.68;
        spine(section, spine);
        kidneys(section, spine, variation);
        Shape liver =
                Shapes.ellipse(
                                -0.42,
                                variation.vary(-0.08, 0.03),
                                variation.vary(0.42, 0.03),
                                variation.vary(0.38, 0.03),
                                -25)
                        .and(cavity.inset(0.01));
        section.paint(liver, Tissue.LIVER);
        section.paint(Shapes.rod(-0.3, -0.05, -0.16, 0.04, 0.022), Tissue.BLOOD);
        section.paint(Shapes.rod(-0.52, 0.0, -0.42, -0.16, 0.016), Tissue.BLOOD);
        Shape spleen = Shapes.ellipse(0.60, 0.06, 0.14, 0.24, -20).and(cavity.inset(0.01));
        section.paint(spleen, Tissue.LIVER);
        stomach(section, variation);
        return new Site(variation.vary(-0.48, 0.07), variation.vary(-0.06, 0.1), 0.125);
    }

    private static void bowel(Section section, Shape cavity, Variation variation) {
        for (int i = 0; i < LOOPS; i++) {
            double x = variation.vary(0.15, 0.42);
            double y = variation.vary(-0.2, 0.22);
            Shape loop = Shapes.circle(x, y, variation.vary(0.075, 0.02)).and(cavity.inset(0.02));
            section.paint(loop, Tissue.MUSCLE);
            section.paint(loop.inset(0.02), Tissue.BOWEL);
        }
    }

    private static void stomach(Section section, Variation variation) {
        Shape stomach =
                Shapes.ellipse(
                        0.28, -0.24, variation.vary(0.24, 0.03), variation.vary(0.15, 0.02), 15);
        section.paint(stomach, Tissue.MUSCLE);
        section.paint(stomach.inset(0.025), Tissue.BOWEL);
        Shape air = stomach.inset(0.035).minus(Shapes.below(variation.vary(-0.27, 0.03), 0, 0));
        section.paint(air, Tissue.AIR);
    }

    private static void spine(Section section, double y) {
        for (int side = -1; side <= 1; side += 2) {
            section.paint(Shapes.ellipse(side * 0.22, y + 0.03, 0.09, 0.11), Tissue.MUSCLE);
            section.paint(Shapes.ellipse(side * 0.15, y + 0.22, 0.13, 0.09), Tissue.MUSCLE);
        }
        section.paint(Shapes.ellipse(0, y, 0.15, 0.115), Tissue.CORTICAL_BONE);
        section.paint(Shapes.ellipse(0, y, 0.12, 0.085), Tissue.MARROW);
        section.paint(Shapes.rod(0, y + 0.12, 0, y + 0.26, 0.024), Tissue.CORTICAL_BONE);
        section.paint(Shapes.circle(0, y + 0.13, 0.045), Tissue.MUSCLE);
        section.paint(Shapes.circle(0.05, y - 0.17, 0.055), Tissue.BLOOD);
        section.paint(Shapes.ellipse(-0.10, y - 0.16, 0.06, 0.045), Tissue.BLOOD);
    }

    private static void kidneys(Section section, double y, Variation variation) {
        for (int side = -1; side <= 1; side += 2) {
            double x = side * variation.vary(0.41, 0.02);
            double size = variation.vary(0.12, 0.015);
            Shape kidney = Shapes.ellipse(x, y - 0.02, size, size * 1.3, side * 25);
            section.paint(kidney, Tissue.KIDNEY);
            section.paint(
                    Shapes.ellipse(x - side * 0.06, y - 0.02, size * 0.45, size * 0.6), Tissue.FAT);
        }
    }
}
