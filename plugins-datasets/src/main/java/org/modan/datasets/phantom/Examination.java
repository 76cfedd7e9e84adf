/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.modan.datasets.phantom.scan.ComputedTomograph;
import org.modan.datasets.phantom.scan.MagneticResonance;
import org.modan.datasets.phantom.scan.Radiograph;
import org.modan.datasets.phantom.scan.Scanner;
import org.modan.datasets.phantom.scan.Sector;
import org.modan.datasets.phantom.scan.Ultrasound;
import org.modan.datasets.phantom.view.AbdomenSection;
import org.modan.datasets.phantom.view.AbdomenSonogram;
import org.modan.datasets.phantom.view.BreastSection;
import org.modan.datasets.phantom.view.BreastSonogram;
import org.modan.datasets.phantom.view.ChestProjection;
import org.modan.datasets.phantom.view.ChestSection;
import org.modan.datasets.phantom.view.HeadSection;
import org.modan.datasets.phantom.view.KneeProjection;
import org.modan.datasets.phantom.view.KneeSection;
import org.modan.datasets.phantom.view.Mammogram;
import org.modan.datasets.phantom.view.ThyroidSonogram;

/**
 * The pairs of modality and anatomy that exist, as they do in a hospital: no sonogram of a head.
 */
enum Examination {
    CT_HEAD(Modality.CT, Anatomy.HEAD, new ComputedTomograph(new HeadSection(), 35, 100)),
    CT_CHEST(Modality.CT, Anatomy.CHEST, new ComputedTomograph(new ChestSection(), -300, 1500)),
    CT_ABDOMEN(Modality.CT, Anatomy.ABDOMEN, new ComputedTomograph(new AbdomenSection(), 50, 400)),
    MR_HEAD(Modality.MR, Anatomy.HEAD, new MagneticResonance(new HeadSection())),
    MR_KNEE(Modality.MR, Anatomy.KNEE, new MagneticResonance(new KneeSection())),
    MR_BREAST(Modality.MR, Anatomy.BREAST, new MagneticResonance(new BreastSection())),
    US_BREAST(Modality.US, Anatomy.BREAST, new Ultrasound(new BreastSonogram(), Sector.linear())),
    US_THYROID(
            Modality.US, Anatomy.THYROID, new Ultrasound(new ThyroidSonogram(), Sector.linear())),
    US_ABDOMEN(
            Modality.US, Anatomy.ABDOMEN, new Ultrasound(new AbdomenSonogram(), Sector.curved())),
    XR_CHEST(Modality.XR, Anatomy.CHEST, new Radiograph(new ChestProjection())),
    XR_KNEE(Modality.XR, Anatomy.KNEE, new Radiograph(new KneeProjection())),
    XR_BREAST(Modality.XR, Anatomy.BREAST, new Radiograph(new Mammogram()));

    private final Modality modality;
    private final Anatomy anatomy;
    private final Scanner scanner;

    Examination(Modality modality, Anatomy anatomy, Scanner scanner) {
        this.modality = modality;
        this.anatomy = anatomy;
        this.scanner = scanner;
    }

    Modality modality() {
        return modality;
    }

    Anatomy anatomy() {
        return anatomy;
    }

    Scanner scanner() {
        return scanner;
    }

    /** The name of its class, such as {@code US-breast}. */
    String className() {
        return modality + "-" + anatomy.word();
    }

    static Optional<Examination> of(Modality modality, Anatomy anatomy) {
        return Arrays.stream(values())
                .filter(pair -> pair.modality == modality && pair.anatomy == anatomy)
                .findFirst();
    }

    static List<String> classNames() {
        return Arrays.stream(values()).map(Examination::className).toList();
    }
}
