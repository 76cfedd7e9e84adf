/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.thyroid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modan.contract.phantom.RecordingPluginContext;
import org.modan.datasets.Opening;
import org.modan.datasets.TestImages;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.ErrorCode;
import org.modan.spi.Image;
import org.modan.spi.ModanException;
import org.modan.spi.Sample;
import org.modan.testkit.SharedFolder;

class ThyroidDatasetTest {

    private static final String FIRST_COPY = "1_1.jpg = 1_2.jpg";

    private final RecordingPluginContext context = new RecordingPluginContext();

    @TempDir private Path root;

    @Test
    void labelsTheImagesOfScoredCasesAndGroupsThemByCase() throws IOException {
        writeCase(10, "<sex>F</sex><tirads>3</tirads>", 1, 2);
        writeCase(2, "<tirads>5</tirads>", 1);
        writeCase(3, "<tirads></tirads>", 1);

        DatasetAdapter dataset = open("drop");

        assertThat(dataset.info().classes()).containsExactly("benign", "malignant");
        assertThat(dataset.samples())
                .extracting(
                        sample ->
                                "%s %s %d"
                                        .formatted(
                                                sample.id(),
                                                sample.group().orElseThrow(),
                                                sample.label().orElseThrow()))
                .containsExactly("2_1.jpg 2 1", "10_1.jpg 10 0", "10_2.jpg 10 0");
        assertThat(dataset.samples().get(1).metadata())
                .isEqualTo(
                        Map.of("modality", "US", "anatomy", "thyroid", "sex", "F", "tirads", "3"));
        assertThat(dataset.info().description())
                .isEqualTo("DDTI thyroid ultrasound, 3 images of 2 cases, 3 of them labelled");
    }

    @Test
    void keepsUnscoredImagesForPretraining() throws IOException {
        writeCase(2, "<tirads>5</tirads>", 1);
        writeCase(3, "", 1);

        assertThat(open("keep").samples())
                .extracting(Sample::label)
                .containsExactly(OptionalInt.of(1), OptionalInt.empty());
    }

    @ParameterizedTest
    @CsvSource({"2,0", "3,0", "4a,1", "4b,1", "4c,1", "5,1", "4A,1"})
    void takesScoresAsThePublishedFoldsDo(String score, int label) throws IOException {
        writeCase(1, "<tirads>" + score + "</tirads>", 1);

        assertThat(open("drop").samples().get(0).label()).hasValue(label);
    }

    @Test
    void namesScoresThatAreNone() throws IOException {
        writeCase(1, "<tirads>2</tirads>", 1);
        writeCase(7, "<tirads>4d</tirads>", 1);

        assertThat(open("drop").samples()).extracting(Sample::id).containsExactly("1_1.jpg");
        assertThat(context.warnings())
                .contains(
                        "thyroid: 1 cases have a TIRADS score that is none of 2, 3, 4a, 4b, 4c, 5, so their images have no label: 7.xml ('4d')");
    }

    @Test
    void namesCasesWithoutImagesAndImagesWithoutCases() throws IOException {
        writeCase(1, "<tirads>2</tirads>", 1);
        writeCase(2, "<tirads>2</tirads>");
        TestImages.write(root.resolve("9_1.jpg"), 77);
        Files.writeString(root.resolve("readme.txt"), "x");

        assertThat(open("drop").samples()).extracting(Sample::id).containsExactly("1_1.jpg");
        assertThat(context.warnings())
                .containsExactly(
                        "thyroid: 1 files in %s are not named like the published ones and were left out: 1 .txt"
                                .formatted(root),
                        "thyroid: 1 case files have no image: 2.xml",
                        "thyroid: 1 images have no case file and so no label: 9_1.jpg",
                        "thyroid: not the published dataset: 2 cases (published: 390), 2 images (published: 480)");
        assertThat(open("keep").samples())
                .extracting(Sample::id)
                .containsExactly("1_1.jpg", "9_1.jpg");
    }

    @Test
    void anImageThatIsALinkToNowhereIsThereAndCannotBeRead() throws IOException {
        writeCase(1, "<tirads>2</tirads>", 1);
        Files.createSymbolicLink(root.resolve("1_2.jpg"), root.resolve("gone.jpg"));

        DatasetAdapter dataset = open("drop");

        assertThat(dataset.samples()).extracting(Sample::id).containsExactly("1_1.jpg", "1_2.jpg");
        assertThatThrownBy(() -> dataset.read(dataset.samples().get(1)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void stopsAtDamagedCaseFilesAndNamesThemAll() throws IOException {
        writeCase(1, "<tirads>2</tirads>", 1);
        writeCase(2, "<tirads>2</tirads>", 1);
        Files.writeString(root.resolve("2.xml"), "<case><tirads>2</tira");
        Files.writeString(root.resolve("10.xml"), "<!DOCTYPE case []><case/>");

        assertThatThrownBy(() -> open("drop"))
                .isInstanceOfSatisfying(
                        ModanException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.DATASET))
                .hasMessageStartingWith(
                        "thyroid: 2 of 3 case files cannot be read: 2.xml (line 1: ")
                .hasMessageContaining("10.xml (line 1: DOCTYPE")
                .hasMessageEndingWith(
                        "; copy them again, or remove them to do without their images' labels");
    }

    @Test
    void namesCopiesAndTheirScores() throws IOException {
        writeCase(1, "<tirads>2</tirads>", 1);
        writeCase(2, "", 1);
        Files.copy(root.resolve("1_1.jpg"), root.resolve("2_2.jpg"));

        open("drop");

        assertThat(context.warnings())
                .contains(
                        "thyroid: 1 groups of byte-identical images: 1_1.jpg (TIRADS 2) = 2_2.jpg");
    }

    @Test
    void namesCaseFilesThatWereRenamed() throws IOException {
        writeCase(1, "<number>4</number><tirads>2</tirads>", 1);

        open("drop");

        assertThat(context.warnings())
                .contains(
                        "thyroid: 1 case files state another number than their name, by which the images were matched: 1.xml (number 4)");
    }

    @Test
    void refusesAFolderWithoutCases() {
        TestImages.write(root.resolve("benign/1.png"), 1);

        assertThatThrownBy(() -> open("drop"))
                .hasMessage(
                        "thyroid: expected case files such as 92.xml beside images such as 92_1.jpg in %s, found the folders benign; this looks like folder: use dataset folder; set root to the folder that holds 1.xml, 1_1.jpg and the others",
                        root);
    }

    @Test
    void findsTheFolderOneLevelDeeperAndNamesIt() throws IOException {
        Files.createDirectory(root.resolve("archive"));
        Files.writeString(root.resolve("archive/1.xml"), "<case/>");

        assertThatThrownBy(() -> open("drop"))
                .hasMessageContaining(
                        "found the folders archive; %s looks like thyroid; set root to the folder that holds 1.xml"
                                .formatted(root.resolve("archive")));
    }

    @Test
    void refusesCasesWithoutAnyImage() throws IOException {
        writeCase(4, "<tirads>2</tirads>");

        assertThatThrownBy(() -> open("drop"))
                .hasMessageContaining(
                        "holds 1 case files, but no image of any of them; unpack the images, such as 4_1.jpg, beside them");
    }

    @Test
    void refusesToDropEveryImage() throws IOException {
        writeCase(4, "<tirads></tirads>", 1);

        assertThatThrownBy(() -> open("drop"))
                .hasMessageContainingAll("no case under", "unlabelled: keep takes the images");
    }

    @Test
    @Tag("realdata")
    void readsThePublishedDataset() throws IOException {
        DatasetAdapter dataset =
                Opening.open(
                        new ThyroidDatasetFactory(),
                        Map.of("root", SharedFolder.data().resolve("ddti").toString()),
                        context);

        assertThat(dataset.samples()).hasSize(349);
        assertThat(
                        dataset.samples().stream()
                                .collect(
                                        Collectors.groupingBy(
                                                sample -> sample.label().orElseThrow(),
                                                Collectors.counting())))
                .isEqualTo(Map.of(0, 61L, 1, 288L));
        assertThat(dataset.samples().stream().map(Sample::group).distinct()).hasSize(298);
        assertThat(
                        dataset.samples().stream()
                                .map(sample -> sample.metadata().getOrDefault("sex", "missing"))
                                .distinct())
                .containsExactlyInAnyOrder("F", "M", "missing");
        assertThat(context.warnings())
                .singleElement()
                .asString()
                .startsWith("thyroid: 6 groups of byte-identical images: ")
                .contains(
                        FIRST_COPY,
                        "92_3.jpg = 92_4.jpg",
                        "230_1.jpg = 230_2.jpg",
                        "213_1.jpg = 213_2.jpg",
                        "353_2.jpg (TIRADS 4a) = 396_1.jpg",
                        "150_1.jpg = 233_2.jpg (TIRADS 4b) = 323_1.jpg = 326_1.jpg = 349_1.jpg");
        Image image = dataset.read(dataset.samples().get(0));
        assertThat(image.width()).isEqualTo(560);
        assertThat(image.height()).isEqualTo(360);
    }

    @Test
    @Tag("realdata")
    void keepsAllImagesOfThePublishedDataset() {
        DatasetAdapter dataset =
                Opening.open(
                        new ThyroidDatasetFactory(),
                        Map.of(
                                "root",
                                SharedFolder.data().resolve("ddti").toString(),
                                "unlabelled",
                                "keep"));

        assertThat(dataset.samples()).hasSize(480);
        assertThat(dataset.samples().stream().map(Sample::group).distinct()).hasSize(390);
    }

    private DatasetAdapter open(String unlabelled) {
        return Opening.open(
                new ThyroidDatasetFactory(),
                Map.of("root", root.toString(), "unlabelled", unlabelled),
                context);
    }

    /** A case with images whose bytes differ from those of all others. */
    private void writeCase(int number, String fields, int... images) throws IOException {
        Files.writeString(root.resolve(number + ".xml"), "<case>" + fields + "</case>");
        for (int image : images) {
            TestImages.write(
                    root.resolve("%d_%d.jpg".formatted(number, image)), 20 * number + 5 * image);
        }
    }
}
