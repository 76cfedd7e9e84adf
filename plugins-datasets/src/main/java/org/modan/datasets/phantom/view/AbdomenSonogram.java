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

/** Liver and right kidney under a curved probe, the diaphragm far behind. */
public final class AbdomenSonogram implements SectionAnatomy {

    private static final double LIVER_MOTTLE = 2;
    private static final int VEINS = 5;

    @Override
    public Site draw(Section section, Variation variation) {
        section.paint(Shapes.below(-2, 0, 0), Tissue.SKIN);
        section.paint(Shapes.below(-0.92, 0, -0.1), Tissue.FAT);
        section.paint(Shapes.layer(-0.85, 0.10, 0, -0.12), Tissue.MUSCLE);
        double capsule = variation.vary(-0.72, 0.03);
        Shape liver = Shapes.below(capsule, 0, -0.15);
        section.paint(liver.inset(-0.02), Tissue.FIBROUS);
        section.paint(liver, Tissue.LIVER);
        section.mottle(liver, new SmoothNoise(18, variation.patient()), LIVER_MOTTLE);
        for (int i = 0; i < VEINS; i++) {
            double x = variation.vary(-0.1, 0.5);
            double y = variation.vary(-0.15, 0.4);
            double radius = variation.vary(0.035, 0.015);
            section.paint(
                    Shapes.rod(
                            x, y, x + variation.vary(0, 0.3), y + variation.vary(0, 0.2), radius),
                    Tissue.BLOOD);
        }
        gallbladder(section, variation);
        kidney(section, variation);
        double diaphragm = variation.vary(0.72, 0.05);
        section.paint(Shapes.below(diaphragm, -0.3, -0.35), Tissue.LUNG);
        section.paint(Shapes.layer(diaphragm, 0.06, -0.3, -0.35), Tissue.CORTICAL_BONE, 0, 0.9);
        return new Site(variation.vary(-0.1, 0.15), variation.vary(0.05, 0.15), 0.22);
    }

    private static void gallbladder(Section section, Variation variation) {
        Shape bladder =
                Shapes.ellipse(
                        variation.vary(-0.42, 0.05), variation.vary(-0.28, 0.05), 0.1, 0.2, 30);
        section.paint(bladder.inset(-0.02), Tissue.FIBROUS);
        section.paint(bladder, Tissue.FLUID);
    }

    private static void kidney(Section section, Variation variation) {
        double x = variation.vary(0.52, 0.05);
        double y = variation.vary(0.22, 0.06);
        double tilt = variation.vary(55, 12);
        Shape kidney = Shapes.ellipse(x, y, 0.2, 0.38, -tilt);
        section.paint(kidney.inset(-0.02), Tissue.FIBROUS);
        section.paint(kidney, Tissue.KIDNEY);
        section.paint(Shapes.ellipse(x, y, 0.09, 0.24, -tilt), Tissue.SKIN);
    }
}
