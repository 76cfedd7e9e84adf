/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.modan.datasets.Opening;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.Digests;
import org.modan.spi.ErrorCode;
import org.modan.spi.Image;
import org.modan.spi.ModanException;
import org.modan.spi.Sample;

class PhantomDatasetTest {

    @Test
    void makesACorpusOfAllExaminations() {
        DatasetAdapter corpus = open(Map.of());

        assertThat(corpus.info().classes())
                .hasSize(12)
                .contains("CT-head", "MR-knee", "US-breast", "XR-chest");
        assertThat(corpus.samples()).hasSize(240);
        assertThat(corpus.samples())
                .allSatisfy(
                        sample ->
                                assertThat(corpus.info().classes().get(sample.label().getAsInt()))
                                        .isEqualTo(
                                                sample.metadata().get("modality")
                                                        + "-"
                                                        + sample.metadata().get("anatomy")));
        Map<String, Long> sizes =
                corpus.samples().stream()
                        .collect(
                                Collectors.groupingBy(
                                        sample -> sample.group().orElseThrow(),
                                        Collectors.counting()));
        assertThat(sizes).hasSize(120).containsValue(2L);
        assertThat(sizes.values()).containsOnly(2L);
    }

    @Test
    void makesALesionTaskOfBothKinds() {
        DatasetAdapter task = open(Map.of("task", "lesion", "patients", 10));

        assertThat(task.info().classes()).containsExactly("benign", "malignant");
        assertThat(task.samples()).hasSize(20);
        assertThat(task.samples().stream().filter(s -> s.label().getAsInt() == 1)).hasSize(10);
        assertThat(task.samples())
                .allSatisfy(
                        sample ->
                                assertThat(sample.metadata())
                                        .isEqualTo(Map.of("modality", "US", "anatomy", "breast")));
    }

    @Test
    void offersALesionTaskForEveryExamination() throws IOException {
        for (Examination examination : Examination.values()) {
            DatasetAdapter task =
                    open(
                            Map.of(
                                    "task",
                                    "lesion",
                                    "modality",
                                    examination.modality().name(),
                                    "anatomy",
                                    examination.anatomy().word(),
                                    "patients",
                                    2,
                                    "size",
                                    48));

            Image image = task.read(task.samples().get(0));

            assertThat(image.channels()).isEqualTo(1);
            assertThat(image.width()).isEqualTo(48);
            assertThat(image.height()).isEqualTo(48);
        }
    }

    /** Golden digest: pixels must be the same on every platform, and change only on purpose. */
    @Test
    void drawsTheSamePixelsEverywhere() throws IOException {
        DatasetAdapter corpus = open(Map.of("patients", 48, "images-per-patient", 1));
        StringBuilder pixels = new StringBuilder();
        for (Sample sample : corpus.samples()) {
            pixels.append(Digests.ofText(hex(corpus.read(sample)))).append('\n');
        }

        assertThat(Digests.ofText(pixels.toString()))
                .as("raise PhantomImage.GENERATOR_VERSION when this changes")
                .isEqualTo("2311203da4d608160d2b0e262d55cd0c3e3b5658a3e964291b68167ade55a649");
    }

    @Test
    void drawsAnImageTheSameInALargerDataset() throws IOException {
        DatasetAdapter small = open(Map.of("task", "lesion", "patients", 4));
        DatasetAdapter large =
                open(Map.of("task", "lesion", "patients", 6, "images-per-patient", 3));
        Sample last = small.samples().get(7);

        assertThat(large.samples()).extracting(Sample::id).contains(last.id());
        assertThat(large.read(last).pixels()).isEqualTo(small.read(last).pixels());
        assertThat(large.contentDigest(last)).isEqualTo(small.contentDigest(last));
    }

    @Test
    void drawsOtherImagesForAnotherSeedOrSliceOrDifficulty() throws IOException {
        DatasetAdapter task = open(Map.of("task", "lesion", "patients", 2));
        Sample first = task.samples().get(0);
        Sample second = task.samples().get(1);
        DatasetAdapter reseeded = open(Map.of("task", "lesion", "patients", 2, "seed", 1));
        DatasetAdapter easy = open(Map.of("task", "lesion", "patients", 2, "difficulty", 0));

        for (List<String> digests :
                List.of(
                        List.of(task.contentDigest(second), hex(task.read(second))),
                        List.of(reseeded.contentDigest(first), hex(reseeded.read(first))),
                        List.of(easy.contentDigest(first), hex(easy.read(first))))) {
            assertThat(digests).doesNotContain(task.contentDigest(first), hex(task.read(first)));
        }
    }

    @Test
    void sharesNoPatientBetweenCorpusAndTask() throws IOException {
        DatasetAdapter corpus = open(Map.of("patients", 12));
        DatasetAdapter task = open(Map.of("task", "lesion", "patients", 12));
        Sample breast =
                corpus.samples().stream()
                        .filter(sample -> sample.id().startsWith("US-breast"))
                        .findFirst()
                        .orElseThrow();

        assertThat(task.samples()).extracting(Sample::id).contains(breast.id());
        assertThat(hex(task.read(breast))).isNotEqualTo(hex(corpus.read(breast)));
        assertThat(task.contentDigest(breast)).isNotEqualTo(corpus.contentDigest(breast));
    }

    @Test
    void refusesExaminationsThatNobodyMakes() {
        assertThatThrownBy(() -> open(Map.of("task", "lesion", "anatomy", "head")))
                .isInstanceOfSatisfying(
                        ModanException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.DATASET))
                .hasMessageStartingWith("phantom: there is no US of the head; set modality and")
                .hasMessageContaining("MR-head");
    }

    @Test
    void refusesValuesOutOfRange() {
        assertThatThrownBy(() -> open(Map.of("difficulty", 1.5)))
                .hasMessage("difficulty must be from 0 to 1, not 1.5");
        assertThatThrownBy(() -> open(Map.of("size", 8)))
                .hasMessage("size must be from 16 to 1024, not 8");
        assertThatThrownBy(() -> open(Map.of("patients", 1)))
                .hasMessage("patients must be at least 2, not 1");
    }

    private static DatasetAdapter open(Map<String, ?> options) {
        return Opening.open(new PhantomDatasetFactory(), options);
    }

    private static String hex(Image image) {
        return java.util.HexFormat.of().formatHex(image.pixels());
    }
}
