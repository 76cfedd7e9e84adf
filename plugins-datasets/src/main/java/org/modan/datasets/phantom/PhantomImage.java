/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import org.modan.datasets.phantom.body.Lesion;
import org.modan.datasets.phantom.body.Variation;
import org.modan.spi.Digests;
import org.modan.spi.Image;
import org.modan.spi.Seed;

/**
 * Everything that decides one image; drawing it twice gives the same pixels.
 *
 * @param settings of the dataset
 * @param examination what is imaged, and how
 * @param patient number of the patient, from 0
 * @param index of the image among the patient's, from 0
 * @param lesion what kind of lesion it shows; empty for none
 */
record PhantomImage(
        PhantomSettings settings,
        Examination examination,
        int patient,
        int index,
        Optional<LesionKind> lesion) {

    /** To be raised with any change that draws other pixels: caches are keyed by it. */
    private static final int GENERATOR_VERSION = 1;

    PhantomImage {
        requireNonNull(settings, "settings is null");
        requireNonNull(examination, "examination is null");
        requireNonNull(lesion, "lesion is null");
    }

    String group() {
        return String.format(Locale.ROOT, "%s/patient-%04d", examination.className(), patient);
    }

    String id() {
        return group() + "/image-" + index;
    }

    Image draw() {
        Variation variation =
                new Variation(
                        patientSeed().derive("anatomy").random(),
                        patientSeed().derive("slice", index).random());
        Optional<Lesion> mass = lesion.map(this::drawLesion);
        return examination
                .scanner()
                .scan(
                        settings.size(),
                        variation,
                        mass,
                        patientSeed().derive("noise", index).random());
    }

    /** A digest of all that decides the pixels, without drawing them. */
    String digest() {
        return Digests.ofText(
                String.join(
                        " ",
                        "phantom",
                        String.valueOf(GENERATOR_VERSION),
                        settings.task().word(),
                        id(),
                        lesion.map(LesionKind::word).orElse("none"),
                        String.valueOf(settings.size()),
                        String.valueOf(settings.seed()),
                        String.valueOf(settings.difficulty())));
    }

    private Lesion drawLesion(LesionKind kind) {
        return Lesion.draw(
                kind == LesionKind.MALIGNANT,
                settings.difficulty(),
                patientSeed().derive("lesion").random());
    }

    private Seed patientSeed() {
        return new Seed(settings.seed()).derive("phantom", settings.task(), examination, patient);
    }
}
