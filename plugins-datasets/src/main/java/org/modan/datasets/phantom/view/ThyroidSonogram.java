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

/** A thyroid across the neck: two lobes beside the windpipe, under the strap muscles. */
public final class ThyroidSonogram implements SectionAnatomy {

    private static final double GLAND_MOTTLE = 2.5;

    @Override
    public Site draw(Section section, Variation variation) {
        section.paint(Shapes.below(-2, 0, 0), Tissue.SKIN);
        section.paint(Shapes.below(-0.93, 0, 0), Tissue.FAT);
        section.paint(Shapes.below(-0.80, 0, 0.05), Tissue.MUSCLE);
        section.paint(Shapes.layer(-0.80, 0.02, 0, 0.05), Tissue.FIBROUS);
        double shift = variation.vary(0, 0.08);
        double halfWidth = variation.vary(0.26, 0.03);
        double halfHeight = variation.vary(0.34, 0.04);
        double y = variation.vary(-0.20, 0.04);
        SmoothNoise grain = new SmoothNoise(20, variation.patient());
        for (int side = -1; side <= 1; side += 2) {
            double x = shift + side * 0.41;
            Shape lobe = Shapes.ellipse(x, y, halfWidth, halfHeight, -side * 12);
            section.paint(lobe.inset(-0.02), Tissue.FIBROUS, 0, 0.5);
            section.paint(lobe, Tissue.GLAND);
            section.mottle(lobe, grain, GLAND_MOTTLE);
            vessels(section, x + side * (halfWidth + 0.12), variation);
            section.paint(Shapes.ellipse(x, 0.42, 0.34, 0.12, side * 8), Tissue.MUSCLE);
        }
        section.paint(
                Shapes.layer(y - 0.26, 0.13, shift, 0.3).and(Shapes.circle(shift, y, 0.4)),
                Tissue.GLAND);
        windpipe(section, shift, y + 0.16, variation.vary(0.25, 0.02));
        int side = variation.side();
        return new Site(
                shift + side * 0.41 + variation.vary(0, 0.05), y + variation.vary(0, 0.06), 0.165);
    }

    private static void windpipe(Section section, double x, double y, double radius) {
        section.paint(Shapes.circle(x, y, radius), Tissue.FIBROUS);
        section.paint(Shapes.circle(x, y, radius - 0.05), Tissue.CARTILAGE);
        section.paint(Shapes.circle(x, y, radius - 0.08), Tissue.AIR);
    }

    private static void vessels(Section section, double x, Variation variation) {
        double y = variation.vary(-0.06, 0.06);
        double radius = variation.vary(0.12, 0.015);
        section.paint(Shapes.circle(x, y, radius + 0.02), Tissue.FIBROUS);
        section.paint(Shapes.circle(x, y, radius), Tissue.BLOOD);
    }
}
