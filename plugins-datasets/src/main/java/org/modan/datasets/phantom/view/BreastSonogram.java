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

/** A breast under a linear probe: skin, fat, gland, the pectoral muscle, and ribs deep below. */
public final class BreastSonogram implements SectionAnatomy {

    private static final double GLAND_MOTTLE = 7;
    private static final int LIGAMENTS = 4;

    @Override
    public Site draw(Section section, Variation variation) {
        double skin = -0.93;
        double fat = skin + variation.vary(0.24, 0.08);
        double muscle = variation.vary(0.52, 0.10);
        double bend = variation.vary(0, 0.12);
        section.paint(Shapes.below(-2, 0, 0), Tissue.SKIN);
        section.paint(Shapes.below(skin, 0, 0), Tissue.FAT);
        SmoothNoise lobules = new SmoothNoise(12, variation.patient());
        Shape gland = Shapes.below(fat, variation.vary(0, 0.4), bend);
        Shape lobed = gland.ragged(lobules, 0.08);
        section.paint(lobed, Tissue.GLAND);
        section.mottle(lobed, lobules, GLAND_MOTTLE);
        for (int i = 0; i < LIGAMENTS; i++) {
            double x = variation.vary(0, 0.9);
            double lean = variation.vary(0, 0.3);
            section.paint(
                    Shapes.rod(x, skin, x + lean, fat + 0.1, 0.012), Tissue.FIBROUS, 0.03, 0.6);
        }
        double slope = variation.vary(0, 0.3);
        Shape pectoral = Shapes.layer(muscle, 0.28, slope, 0.06);
        section.paint(Shapes.below(muscle, slope, 0.06), Tissue.FAT);
        section.paint(pectoral, Tissue.MUSCLE);
        section.paint(Shapes.layer(muscle, 0.025, slope, 0.06), Tissue.FIBROUS);
        section.paint(Shapes.layer(muscle + 0.13, 0.02, slope, 0.06), Tissue.FIBROUS, 0, 0.5);
        ribs(section, muscle + 0.36, variation);
        return new Site(
                variation.vary(0, 0.3), (fat + muscle) / 2 + variation.vary(-0.05, 0.1), 0.24);
    }

    private static void ribs(Section section, double depth, Variation variation) {
        double first = variation.vary(-0.55, 0.3);
        for (int i = 0; i < 2; i++) {
            section.paint(Shapes.ellipse(first + i * 1.1, depth, 0.24, 0.09), Tissue.CORTICAL_BONE);
        }
    }
}
