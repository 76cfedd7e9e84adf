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

/** An axial slice of a head at the level of the lateral ventricles. */
public final class HeadSection implements SectionAnatomy {

    @Override
    public Site draw(Section section, Variation variation) {
        double halfWidth = variation.vary(0.70, 0.05);
        double halfHeight = variation.vary(0.87, 0.05);
        Shape head = Shapes.ellipse(0, 0, halfWidth, halfHeight);
        double scalp = variation.vary(0.05, 0.015);
        double skull = scalp + variation.vary(0.075, 0.015);
        section.paint(head, Tissue.FAT);
        section.paint(head.inset(scalp), Tissue.CORTICAL_BONE);
        section.paint(head.inset(skull), Tissue.FLUID);
        double cortex = skull + variation.vary(0.035, 0.015);
        SmoothNoise folds = new SmoothNoise(14, variation.patient());
        Shape brain = head.inset(cortex);
        section.paint(brain.ragged(folds, 0.03), Tissue.GREY_MATTER);
        section.paint(
                brain.inset(variation.vary(0.11, 0.02)).ragged(folds, 0.09), Tissue.WHITE_MATTER);
        section.paint(Shapes.rod(0, -halfHeight + skull, 0, -0.33, 0.018), Tissue.FLUID);
        section.paint(Shapes.rod(0, 0.4, 0, halfHeight - skull, 0.018), Tissue.FLUID);
        deepNuclei(section, variation);
        ventricles(section, variation);
        int side = variation.side();
        return new Site(
                side * variation.vary(0.33, 0.06), variation.vary(0.05, 0.28), halfWidth * 0.19);
    }

    private static void deepNuclei(Section section, Variation variation) {
        double apart = variation.vary(0.16, 0.02);
        for (int side = -1; side <= 1; side += 2) {
            section.paint(
                    Shapes.ellipse(side * apart, 0.08, 0.08, 0.13, side * 20), Tissue.GREY_MATTER);
        }
    }

    private static void ventricles(Section section, Variation variation) {
        double width = variation.vary(0.05, 0.02);
        double length = variation.vary(0.17, 0.03);
        double tilt = variation.vary(18, 6);
        for (int side = -1; side <= 1; side += 2) {
            section.paint(
                    Shapes.ellipse(side * 0.09, -0.16, width, length, -side * tilt), Tissue.FLUID);
            section.paint(
                    Shapes.ellipse(side * 0.15, 0.27, width, length * 0.8, side * -1.4 * tilt),
                    Tissue.FLUID);
        }
        section.paint(Shapes.ellipse(0, 0.08, 0.02, 0.1), Tissue.FLUID);
    }
}
