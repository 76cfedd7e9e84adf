/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.datasets.busi.BusiDatasetFactory;
import org.modan.datasets.folder.FolderDatasetFactory;
import org.modan.datasets.image.ImageDecoder;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.Image;
import org.modan.spi.Sample;

/** The adapters on datasets as people have them; skipped where these are not at hand. */
@Tag("realdata")
class RealDataTest {

    private static final Path DATA =
            Path.of(System.getProperty("modan.root", "."), "..", "shared", "data").normalize();
    private static final Path BUSI = DATA.resolve("busi-256/Dataset_BUSI_with_GT");
    private static final Path MEDNIST = DATA.resolve("mednist/MedNIST");

    private final RecordingContext context = new RecordingContext();

    @BeforeEach
    void needsTheData() {
        assumeThat(DATA).as("real datasets are not at hand").isDirectory();
    }

    @Test
    void readsTheWholeOfBusi() throws IOException {
        DatasetAdapter busi = open(BUSI, "benign");

        assertThat(countByClass(busi)).isEqualTo(Map.of("benign", 570L, "malignant", 210L));
        assertThat(context.warnings())
                .containsExactly(
                        "busi: the same image is labelled differently:"
                                + " benign/benign (433).png = malignant/malignant (145).png");
        for (Sample sample : busi.samples()) {
            Image image = busi.read(sample);
            assertThat(Math.max(image.width(), image.height())).isEqualTo(256);
            assertThat(image.channels()).isEqualTo(1);
        }
    }

    @Test
    void treatsNormalImagesOfBusiAsAsked() {
        assertThat(countByClass(open(BUSI, "drop")))
                .isEqualTo(Map.of("benign", 437L, "malignant", 210L));
        assertThat(countByClass(open(BUSI.getParent(), "separate")))
                .isEqualTo(Map.of("benign", 437L, "malignant", 210L, "normal", 133L));
    }

    @Test
    void readsOriginalBytesOfBusi() throws IOException {
        DatasetAdapter sample =
                open(DATA.resolve("busi-original-sample/Dataset_BUSI_with_GT"), "separate");

        assertThat(countByClass(sample))
                .isEqualTo(Map.of("benign", 20L, "malignant", 20L, "normal", 20L));
        for (Sample image : sample.samples()) {
            assertThat(sample.read(image).channels()).isEqualTo(3);
        }
    }

    @Test
    void readsAllOfMednist() throws IOException {
        DatasetAdapter mednist =
                Opening.open(
                        new FolderDatasetFactory(), Map.of("root", MEDNIST.toString()), context);

        assertThat(countByClass(mednist)).hasSize(6);
        assertThat(countByClass(mednist).values()).containsOnly(1000L);
        assertThat(context.warnings()).isEmpty();
        for (Sample sample : mednist.samples()) {
            Image image = mednist.read(sample);
            assertThat(image.width() * image.height() * image.channels()).isEqualTo(64 * 64);
        }
    }

    @Test
    void drawsTwoHundredOfEachClassOfMednist() {
        DatasetAdapter mednist =
                Opening.open(
                        new FolderDatasetFactory(),
                        Map.of("root", MEDNIST.toString(), "limit-per-class", 200));

        assertThat(mednist.samples()).hasSize(1200);
        assertThat(countByClass(mednist).values()).containsOnly(200L);
    }

    @Test
    void refusesOneDatasetInPlaceOfTheOther() {
        assertThatThrownBy(() -> open(MEDNIST, "benign"))
                .hasMessageContainingAll("AbdomenCT", "use dataset folder");
        assertThatThrownBy(
                        () ->
                                Opening.open(
                                        new FolderDatasetFactory(),
                                        Map.of("root", BUSI.toString())))
                .hasMessageContainingAll("798 files", "are masks", "use dataset busi");
    }

    @Test
    void refusesATruncatedCopy(@TempDir Path folder) throws IOException {
        byte[] whole = Files.readAllBytes(BUSI.resolve("benign/benign (1).png"));
        Path copy = folder.resolve("benign (1).png");
        Files.write(copy, Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> new ImageDecoder().decode(copy))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage(
                        "truncated: the PNG data goes on after the file's %d bytes; copy the file again",
                        whole.length / 2);
    }

    private DatasetAdapter open(Path root, String normal) {
        return Opening.open(
                new BusiDatasetFactory(),
                Map.of("root", root.toString(), "normal", normal),
                context);
    }

    private static Map<String, Long> countByClass(DatasetAdapter dataset) {
        return dataset.samples().stream()
                .collect(
                        Collectors.groupingBy(
                                sample ->
                                        dataset.info().classes().get(sample.label().orElseThrow()),
                                Collectors.counting()));
    }
}
