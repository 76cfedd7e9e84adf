/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.contract.phantom.RecordingPluginContext;
import org.modan.datasets.busi.BusiDatasetFactory;
import org.modan.datasets.folder.FolderDatasetFactory;
import org.modan.datasets.image.ImageDecoder;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.Image;
import org.modan.spi.Sample;
import org.modan.testkit.SharedFolder;

/** The adapters on datasets as people have them; skipped where these are not at hand. */
@Tag("realdata")
class RealDataTest {

    private final Path data = SharedFolder.data();
    private final Path busi = data.resolve("busi-256/Dataset_BUSI_with_GT");
    private final Path mednist = data.resolve("mednist/MedNIST");
    private final RecordingPluginContext context = new RecordingPluginContext();

    @Test
    void readsTheWholeOfBusi() throws IOException {
        DatasetAdapter dataset = open(busi, "benign");

        assertThat(countByClass(dataset)).isEqualTo(Map.of("benign", 570L, "malignant", 210L));
        assertThat(context.warnings())
                .containsExactly(
                        "busi: the same image is labelled differently:"
                                + " benign/benign (433).png = malignant/malignant (145).png");
        for (Sample sample : dataset.samples()) {
            Image image = dataset.read(sample);
            assertThat(Math.max(image.width(), image.height())).isEqualTo(256);
            assertThat(image.channels()).isEqualTo(1);
        }
    }

    @Test
    void treatsNormalImagesOfBusiAsAsked() {
        assertThat(countByClass(open(busi, "drop")))
                .isEqualTo(Map.of("benign", 437L, "malignant", 210L));
        assertThat(countByClass(open(busi.getParent(), "separate")))
                .isEqualTo(Map.of("benign", 437L, "malignant", 210L, "normal", 133L));
    }

    @Test
    void readsOriginalBytesOfBusi() throws IOException {
        DatasetAdapter sample =
                open(data.resolve("busi-original-sample/Dataset_BUSI_with_GT"), "separate");

        assertThat(countByClass(sample))
                .isEqualTo(Map.of("benign", 20L, "malignant", 20L, "normal", 20L));
        for (Sample image : sample.samples()) {
            assertThat(sample.read(image).channels()).isEqualTo(3);
        }
    }

    @Test
    void readsAllOfMednist() throws IOException {
        DatasetAdapter dataset =
                Opening.open(
                        new FolderDatasetFactory(), Map.of("root", mednist.toString()), context);

        assertThat(countByClass(dataset)).hasSize(6);
        assertThat(countByClass(dataset).values()).containsOnly(1000L);
        assertThat(context.warnings()).isEmpty();
        for (Sample sample : dataset.samples()) {
            Image image = dataset.read(sample);
            assertThat(image.width() * image.height() * image.channels()).isEqualTo(64 * 64);
        }
    }

    @Test
    void drawsTwoHundredOfEachClassOfMednist() {
        DatasetAdapter dataset =
                Opening.open(
                        new FolderDatasetFactory(),
                        Map.of("root", mednist.toString(), "limit-per-class", 200));

        assertThat(dataset.samples()).hasSize(1200);
        assertThat(countByClass(dataset).values()).containsOnly(200L);
    }

    @Test
    void refusesOneDatasetInPlaceOfTheOther() {
        assertThatThrownBy(() -> open(mednist, "benign"))
                .hasMessageContainingAll("AbdomenCT", "use dataset folder");
        assertThatThrownBy(
                        () ->
                                Opening.open(
                                        new FolderDatasetFactory(),
                                        Map.of("root", busi.toString())))
                .hasMessageContainingAll("798 files", "are masks", "use dataset busi");
    }

    @Test
    void refusesATruncatedCopy(@TempDir Path folder) throws IOException {
        byte[] whole = Files.readAllBytes(busi.resolve("benign/benign (1).png"));
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
