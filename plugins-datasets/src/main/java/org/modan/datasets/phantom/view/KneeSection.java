/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom.view;

import org.modan.datasets.phantom.body.Section;
import org.modan.datasets.phantom.body.Shape;
import org.modan.datasets.phantom.body.Shapes;
import org.modan.datasets.phantom.body.Site;
import org.modan.datasets.phantom.body.Tissue;
import org.modan.datasets.phantom.body.Variation;
import org.modan.datasets.phantom.scan.SectionAnatomy;

/** A coronal slice of a knee: femur above, tibia below, the joint in between. */
public final class KneeSection implements SectionAnatomy {

    @Override
    public Site draw(Section section, Variation variation) {
        double leg = variation.vary(0.74, 0.05);
        Shape skin = Shapes.rod(0, -3, 0, 3, leg - 0.12).or(Shapes.ellipse(0, 0, leg, 0.95));
        section.paint(skin, Tissue.FAT);
        double fat = variation.vary(0.13, 0.03);
        section.paint(skin.inset(fat), Tissue.MUSCLE);
        double joint = variation.vary(0.08, 0.04);
        double width = variation.vary(0.25, 0.02);
        section.paint(Shapes.box(0, joint, 0.54, 0.16), Tissue.FIBROUS);
        bone(section, femur(joint, width, variation));
        bone(section, tibia(joint, width, variation));
        bone(section, Shapes.rod(0.44, joint + 0.38, 0.42, 2, 0.065));
        cartilageAndMenisci(section, joint, width);
        int side = variation.side();
        return new Site(
                side * variation.vary(0.2, 0.05), joint - variation.vary(0.36, 0.05), 0.125);
    }

    private static Shape femur(double joint, double width, Variation variation) {
        double shaft = variation.vary(0.2, 0.02);
        Shape condyles =
                Shapes.ellipse(-width, joint - 0.29, 0.24, 0.25)
                        .or(Shapes.ellipse(width, joint - 0.29, 0.24, 0.25));
        Shape flare = Shapes.ellipse(0, joint - 0.46, 0.4, 0.28);
        Shape notch = Shapes.ellipse(0, joint - 0.06, 0.075, 0.16);
        return condyles.or(flare).or(Shapes.rod(0, joint - 0.5, 0, -2, shaft)).minus(notch);
    }

    private static Shape tibia(double joint, double width, Variation variation) {
        double shaft = variation.vary(0.2, 0.02);
        Shape plateau = Shapes.box(0, joint + 0.22, width + 0.23, 0.18);
        Shape spine = Shapes.ellipse(0, joint + 0.05, 0.06, 0.06);
        return plateau.or(Shapes.ellipse(0, joint + 0.38, 0.36, 0.3))
                .or(Shapes.rod(0, joint + 0.5, 0, 2, shaft))
                .or(spine);
    }

    private static void bone(Section section, Shape bone) {
        section.paint(bone, Tissue.CORTICAL_BONE);
        section.paint(bone.inset(0.035), Tissue.MARROW);
    }

    private static void cartilageAndMenisci(Section section, double joint, double width) {
        for (int side = -1; side <= 1; side += 2) {
            section.paint(
                    Shapes.ellipse(side * width, joint - 0.005, 0.2, 0.035), Tissue.CARTILAGE);
            section.paint(
                    Shapes.ellipse(side * (width + 0.19), joint, 0.07, 0.045), Tissue.FIBROUS);
            section.paint(
                    Shapes.rod(side * 0.53, joint - 0.35, side * 0.5, joint + 0.35, 0.022),
                    Tissue.FIBROUS);
        }
        section.paint(Shapes.rod(-0.04, joint - 0.15, 0.05, joint + 0.02, 0.03), Tissue.FIBROUS);
    }
}
