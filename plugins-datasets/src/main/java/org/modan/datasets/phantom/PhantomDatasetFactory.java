/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.DatasetAdapterFactory;
import org.modan.spi.DatasetInfo;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;
import org.modan.spi.PluginContext;

/**
 * Offers drawn images: a corpus of twelve examinations, or one examination with a lesion to judge.
 */
public final class PhantomDatasetFactory implements DatasetAdapterFactory {

    static final Option<String> TASK =
            Option.choice(
                            "task",
                            "corpus: all modalities and anatomies; lesion: one of them, benign or malignant",
                            "corpus",
                            "lesion")
                    .withDefault("corpus");
    static final Option<String> MODALITY =
            Option.choice("modality", "of the lesion task", "CT", "MR", "US", "XR")
                    .withDefault("US");
    static final Option<String> ANATOMY =
            Option.choice(
                            "anatomy",
                            "of the lesion task",
                            "head",
                            "chest",
                            "abdomen",
                            "knee",
                            "breast",
                            "thyroid")
                    .withDefault("breast");
    static final Option<Integer> PATIENTS =
            Option.integer("patients", "how many patients")
                    .where("at least 2", value -> value >= 2)
                    .withDefault(120);
    static final Option<Integer> IMAGES_PER_PATIENT =
            Option.integer("images-per-patient", "slices of the same anatomy; a patient is a group")
                    .where("at least 1", value -> value >= 1)
                    .withDefault(2);
    static final Option<Integer> SIZE =
            Option.integer("size", "pixels a side")
                    .where("from 16 to 1024", value -> value >= 16 && value <= 1024)
                    .withDefault(64);
    static final Option<Integer> SEED =
            Option.integer("seed", "of everything drawn").withDefault(0);
    static final Option<Double> DIFFICULTY =
            Option.number("difficulty", "how much lesions of the two kinds resemble each other")
                    .where("from 0 to 1", value -> value >= 0 && value <= 1)
                    .withDefault(0.5);

    private static final List<String> FIELDS = List.of("modality", "anatomy");

    @Override
    public String name() {
        return "phantom";
    }

    @Override
    public String summary() {
        return "Drawn CT, MR, US and XR images for demonstrations and tests; needs no files.";
    }

    @Override
    public OptionSpec options() {
        return OptionSpec.of(
                TASK, MODALITY, ANATOMY, PATIENTS, IMAGES_PER_PATIENT, SIZE, SEED, DIFFICULTY);
    }

    @Override
    public DatasetAdapter open(Options options, PluginContext context) {
        PhantomSettings settings =
                new PhantomSettings(
                        PhantomTask.of(options.get(TASK)),
                        options.get(PATIENTS),
                        options.get(IMAGES_PER_PATIENT),
                        options.get(SIZE),
                        options.get(SEED),
                        options.get(DIFFICULTY));
        return switch (settings.task()) {
            case CORPUS -> corpus(settings);
            case LESION -> lesions(settings, examination(options));
        };
    }

    private static Examination examination(Options options) {
        Modality modality = Modality.valueOf(options.get(MODALITY));
        Anatomy anatomy = Anatomy.of(options.get(ANATOMY));
        return Examination.of(modality, anatomy)
                .orElseThrow(
                        () ->
                                new ModanException(
                                        ErrorCode.DATASET,
                                        "phantom: there is no %s of the %s; set modality and anatomy to one of %s"
                                                .formatted(
                                                        modality,
                                                        anatomy.word(),
                                                        String.join(
                                                                ", ", Examination.classNames()))));
    }

    /** Half of the patients have a lesion, untold: a corpus is not of the healthy alone. */
    private static DatasetAdapter corpus(PhantomSettings settings) {
        Examination[] examinations = Examination.values();
        List<PhantomImage> images = new ArrayList<>();
        for (int patient = 0; patient < settings.patients(); patient++) {
            Optional<LesionKind> lesion =
                    switch (patient / examinations.length % 4) {
                        case 1 -> Optional.of(LesionKind.BENIGN);
                        case 3 -> Optional.of(LesionKind.MALIGNANT);
                        default -> Optional.empty();
                    };
            Examination examination = examinations[patient % examinations.length];
            addPatient(images, settings, examination, patient, lesion);
        }
        DatasetInfo info =
                DatasetInfo.of(
                        "drawn images of %d examinations, %d patients"
                                .formatted(examinations.length, settings.patients()),
                        Examination.classNames(),
                        FIELDS);
        return new PhantomDataset(info, images, image -> image.examination().ordinal());
    }

    private static DatasetAdapter lesions(PhantomSettings settings, Examination examination) {
        List<PhantomImage> images = new ArrayList<>();
        LesionKind[] kinds = LesionKind.values();
        for (int patient = 0; patient < settings.patients(); patient++) {
            Optional<LesionKind> lesion = Optional.of(kinds[patient % kinds.length]);
            addPatient(images, settings, examination, patient, lesion);
        }
        DatasetInfo info =
                DatasetInfo.of(
                        "drawn lesions, %s, %d patients"
                                .formatted(examination.className(), settings.patients()),
                        LesionKind.classNames(),
                        FIELDS);
        return new PhantomDataset(info, images, image -> image.lesion().orElseThrow().ordinal());
    }

    private static void addPatient(
            List<PhantomImage> images,
            PhantomSettings settings,
            Examination examination,
            int patient,
            Optional<LesionKind> lesion) {
        for (int index = 0; index < settings.imagesPerPatient(); index++) {
            images.add(new PhantomImage(settings, examination, patient, index, lesion));
        }
    }
}
