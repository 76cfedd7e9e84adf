/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package com.example.hybrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.contract.phantom.RecordingPluginContext;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.Image;
import org.modan.spi.ModanException;
import org.modan.spi.Sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class ClinicDatasetTest {

    private static final String IMAGE = "p001_US_breast_left_aplio_sagittal_1.png";

    @TempDir private Path root;

    @Test
    void aNameSaysPatientAndFieldsAndTheTableSaysWhatWasFound() throws IOException {
        write(IMAGE, "p001_US_breast_right_aplio_sagittal_1.png", "p002_US_thyroid_left_x_y_1.png");
        table("p001\tbreast\tleft\tmalignant", "p001\tbreast\tright\tbenign");

        List<Sample> samples = open(Map.of()).samples();

        assertThat(samples)
                .extracting(Sample::group)
                .map(group -> group.orElseThrow())
                .containsExactly("p001", "p001", "p002");
        assertThat(samples.get(0).metadata())
                .containsOnly(
                        Map.entry("modality", "US"),
                        Map.entry("anatomy", "breast"),
                        Map.entry("laterality", "left"),
                        Map.entry("device", "aplio"),
                        Map.entry("view", "sagittal"));
        assertThat(samples.get(0).label()).hasValue(1);
        assertThat(samples.get(1).label()).hasValue(0);
        assertThat(samples.get(2).label()).isEmpty();
    }

    @Test
    void readsThePixelsOfAGeneratedClinicAndOnlyTheAnatomyThatIsAskedFor() throws IOException {
        GeneratedClinic.write(root, 1, 6, 1);

        DatasetAdapter all = open(Map.of());
        DatasetAdapter breasts = open(Map.of("anatomy", "breast"));

        assertThat(all.samples()).hasSize(24);
        assertThat(breasts.samples())
                .isNotEmpty()
                .hasSizeLessThan(24)
                .allMatch(sample -> sample.metadata().get("anatomy").equals("breast"));
        Image image = all.read(all.samples().get(0));
        assertThat(List.of(image.width(), image.height(), image.channels()))
                .containsExactly(48, 48, 1);
    }

    @Test
    void anImageThatWasReplacedHasAnotherDigestUnderItsName() throws IOException {
        GeneratedClinic.write(root, 1, 6, 1);
        DatasetAdapter dataset = open(Map.of());
        Sample sample = dataset.samples().get(0);
        String before = dataset.contentDigest(sample);

        Files.copy(
                root.resolve(dataset.samples().get(1).id()),
                root.resolve(sample.id()),
                StandardCopyOption.REPLACE_EXISTING);

        assertThat(dataset.contentDigest(sample)).isNotEqualTo(before);
    }

    @Test
    void anotherAnatomyIsNoReasonToDecodeAnew() {
        assertThat(new ClinicDatasetFactory().labelOptions())
                .containsExactly(ClinicDatasetFactory.ANATOMY);
    }

    @Test
    void namesTheFilesThatItCannotPlace() throws IOException {
        write(IMAGE, "scan2.png", "p001_US_breast_both_aplio_sagittal_1.png");
        table("p001\tbreast\tleft\tbenign");

        assertThatThrownBy(() -> open(Map.of()))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        "clinic: 2 files in %s are not named PATIENT_MODALITY_ANATOMY_SIDE_DEVICE_VIEW_NUMBER.png, such as p001_US_breast_both_aplio_sagittal_1.png; rename or remove them",
                        root);
    }

    @Test
    void namesEveryLineOfTheTableThatItCannotRead() throws IOException {
        write(IMAGE);
        table("p001\tbreast\tleft\tbenign", "p001\tbreast\tleft\tmalignant", "p002 breast");

        assertThatThrownBy(() -> open(Map.of()))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        "clinic: %s must have patient, anatomy, side and one of benign, malignant in each line, separated by tabs, and each organ once; mend line 2: a second finding for the same organ; line 3: 'p002 breast'",
                        root.resolve("pathology.tsv"));
    }

    @Test
    void saysWhereToLookWhenThereIsNothing() throws IOException {
        assertThatThrownBy(() -> open(Map.of()))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        "clinic: cannot read %s; set root to the folder it lies in",
                        root.resolve("pathology.tsv"));

        table("p001\tbreast\tleft\tbenign");
        write(IMAGE);
        assertThatThrownBy(() -> open(Map.of("anatomy", "knee")))
                .isInstanceOf(ModanException.class)
                .hasMessageStartingWith("clinic: no images of the anatomy knee in " + root);
    }

    @Test
    void refusesAnImageThatIsNotGrey() throws IOException {
        table("p001\tbreast\tleft\tbenign");
        write(IMAGE);
        DatasetAdapter dataset = open(Map.of());

        assertThatThrownBy(() -> dataset.read(dataset.samples().get(0)))
                .isInstanceOf(IOException.class)
                .hasMessage("it is no PNG of 8-bit grey");
    }

    private DatasetAdapter open(Map<String, String> more) {
        Map<String, Object> given = new TreeMap<>(more);
        given.put("root", root.toString());
        ClinicDatasetFactory factory = new ClinicDatasetFactory();
        return factory.open(
                factory.options()
                        .resolve(
                                given,
                                root,
                                problem -> {
                                    throw new AssertionError(problem);
                                }),
                new RecordingPluginContext());
    }

    private void table(String... lines) throws IOException {
        Files.write(root.resolve("pathology.tsv"), List.of(lines));
    }

    /** The dataset's index looks at names alone, so empty files do. */
    private void write(String... files) throws IOException {
        for (String file : files) {
            Files.createFile(root.resolve(file));
        }
    }
}
