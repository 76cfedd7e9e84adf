/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.contract.phantom.RecordingPluginContext;
import org.modan.datasets.Opening;
import org.modan.datasets.TestImages;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.Sample;

class FolderDatasetTest {

    private final RecordingPluginContext context = new RecordingPluginContext();

    @TempDir private Path root;

    @Test
    void findsImagesOfEveryKindBelowEachClassFolder() throws IOException {
        TestImages.write(root.resolve("Hand/b.PNG"), 10);
        TestImages.write(root.resolve("Hand/a.jpeg"), 20);
        TestImages.write(root.resolve("CXR/deep/er/c.bmp"), 30);
        TestImages.write(root.resolve("CXR/z.gif"), 40);
        TestImages.write(root.resolve("CXR/y.JPG"), 50);

        DatasetAdapter dataset = open(Map.of());

        assertThat(dataset.info().classes()).containsExactly("CXR", "Hand");
        assertThat(dataset.samples())
                .extracting(Sample::id)
                .containsExactly(
                        "CXR/deep/er/c.bmp", "CXR/y.JPG", "CXR/z.gif", "Hand/a.jpeg", "Hand/b.PNG");
        assertThat(dataset.samples())
                .extracting(sample -> sample.label().getAsInt())
                .containsExactly(0, 0, 0, 1, 1);
        assertThat(dataset.samples()).allSatisfy(sample -> assertThat(sample.group()).isEmpty());
        assertThat(dataset.read(dataset.samples().get(4)).pixels()).containsOnly(10);
        assertThat(context.warnings()).isEmpty();
    }

    @Test
    void tellsImagesApartByTheirBytes() throws IOException {
        TestImages.write(root.resolve("a/1.png"), 1);
        TestImages.write(root.resolve("a/2.png"), 2);
        TestImages.write(root.resolve("b/1.png"), 1);

        DatasetAdapter dataset = open(Map.of());
        List<Sample> samples = dataset.samples();

        assertThat(dataset.contentDigest(samples.get(0)))
                .isEqualTo(dataset.contentDigest(samples.get(2)))
                .isNotEqualTo(dataset.contentDigest(samples.get(1)));
    }

    @Test
    void leavesOutHiddenFilesAndOthersButCountsThem() throws IOException {
        TestImages.write(root.resolve("a/1.png"), 1);
        TestImages.write(root.resolve("a/._1.png"), 1);
        TestImages.write(root.resolve("a/.thumbnails/1.png"), 1);
        TestImages.write(root.resolve("__MACOSX/1.png"), 1);
        Files.writeString(root.resolve("a/notes.txt"), "notes");
        Files.writeString(root.resolve("labels.csv"), "labels");

        DatasetAdapter dataset = open(Map.of());

        assertThat(dataset.samples()).extracting(Sample::id).containsExactly("a/1.png");
        assertThat(dataset.info().description())
                .isEqualTo("1 images in 1 class folders; 2 other and 2 hidden files left out");
        assertThat(context.warnings())
                .containsExactly(
                        "folder: 2 files under %s are not images it reads and were left out: 1 .csv, 1 .txt"
                                .formatted(root));
    }

    @Test
    void drawsTheSameImagesWhateverElseThereIs() {
        for (int i = 0; i < 20; i++) {
            TestImages.write(root.resolve("a/%02d.png".formatted(i)), i);
            TestImages.write(root.resolve("b/%02d.png".formatted(i)), i);
        }
        List<String> drawn = idsOf("a", Map.of("limit-per-class", 5, "seed", 3));
        TestImages.write(root.resolve("A-first/new.png"), 1);

        assertThat(drawn).hasSize(5).isSorted();
        assertThat(idsOf("a", Map.of("limit-per-class", 5, "seed", 3))).isEqualTo(drawn);
        assertThat(idsOf("a", Map.of("limit-per-class", 5, "seed", 4))).isNotEqualTo(drawn);
        assertThat(idsOf("b", Map.of("limit-per-class", 5, "seed", 3)))
                .isNotEqualTo(drawn.stream().map(id -> id.replace("a/", "b/")).toList());
        assertThat(idsOf("A-first", Map.of("limit-per-class", 5))).hasSize(1);
    }

    @Test
    void givesEachImageTheMetadataOfItsFolder() {
        TestImages.write(root.resolve("Hand/1.png"), 1);
        TestImages.write(root.resolve("HeadCT/1.png"), 1);

        DatasetAdapter dataset =
                open(
                        Map.of(
                                "metadata",
                                Map.of(
                                        "Hand", Map.of("modality", "XR"),
                                        "HeadCT", Map.of("modality", "CT"))));

        assertThat(dataset.info().fields()).containsExactly("modality", "class");
        assertThat(dataset.samples())
                .extracting(Sample::metadata)
                .containsExactly(
                        Map.of("modality", "XR", "class", "Hand"),
                        Map.of("modality", "CT", "class", "HeadCT"));
        assertThat(context.warnings()).isEmpty();
    }

    @Test
    void warnsOfMissingMetadata() {
        TestImages.write(root.resolve("CXR/1.png"), 1);
        TestImages.write(root.resolve("Hand/1.png"), 1);

        DatasetAdapter dataset = open(Map.of("metadata", Map.of("Hand", Map.of("modality", "XR"))));

        assertThat(dataset.samples().get(0).metadata()).containsExactly(Map.entry("class", "CXR"));
        assertThat(context.warnings()).containsExactly("folder: no metadata for CXR (modality)");
    }

    @Test
    void namesEveryMetadataEntryWithoutAFolder() {
        TestImages.write(root.resolve("Hand/1.png"), 1);
        TestImages.write(root.resolve("HeadCT/1.png"), 1);
        Map<String, Object> metadata =
                Map.of("HeadTC", Map.of("modality", "CT"), "Mammography", Map.of("modality", "XR"));

        assertRefused(
                () -> open(Map.of("metadata", metadata)),
                "'HeadTC' (did you mean 'HeadCT'?)",
                "'Mammography'",
                "there are Hand, HeadCT");
    }

    @Test
    void refusesMissingRootAndNamesItsNeighbour() throws IOException {
        Files.createDirectories(root.resolve("MedNIST"));

        assertRefused(
                () -> openAt(root.resolve("MedNits")),
                "folder: there is no folder " + root.resolve("MedNits"),
                "did you mean " + root.resolve("MedNIST") + "?",
                "set root to a folder that holds one folder a class");
    }

    @Test
    void refusesRootThatIsAFile() throws IOException {
        Path file = Files.createFile(root.resolve("MedNIST.zip"));

        assertRefused(() -> openAt(file), "is a file, not a folder (an archive: unpack it first)");
    }

    @Test
    void refusesEmptyRoot() {
        assertRefused(() -> open(Map.of()), root + " is empty; set root to");
    }

    @Test
    void refusesImagesWithoutClassFolders() {
        TestImages.write(root.resolve("Hand/1.png"), 1);

        assertRefused(
                () -> openAt(root.resolve("Hand")),
                "holds 1 images but no class folders",
                "if 'Hand' is itself a class, its parent is the root");
    }

    @Test
    void namesEveryClassFolderWithoutImages() throws IOException {
        TestImages.write(root.resolve("a/1.png"), 1);
        Files.createDirectories(root.resolve("b"));
        Files.createDirectories(root.resolve("c"));
        Files.writeString(root.resolve("c/scan.dcm"), "DICM");

        assertRefused(
                () -> open(Map.of()),
                "2 of the 3 class folders under %s have no images (png, jpg, jpeg, tif, tiff, bmp, gif): b, c"
                        .formatted(root));
    }

    @Test
    void refusesToTakeMasksForImages() {
        TestImages.write(root.resolve("benign/benign (1).png"), 1);
        TestImages.write(root.resolve("benign/benign (1)_mask.png"), 1);
        TestImages.write(root.resolve("benign/benign (1)_mask_1.png"), 1);

        assertRefused(
                () -> open(Map.of()),
                "2 files under",
                "'benign/benign (1)_mask.png'",
                "use dataset busi");
    }

    @Test
    void hintsThatTheClassesMayLieOneFolderDeeper() {
        TestImages.write(root.resolve("MedNIST/Hand/1.png"), 1);
        TestImages.write(root.resolve("MedNIST/CXR/1.png"), 1);

        assertThat(open(Map.of()).info().classes()).containsExactly("MedNIST");
        assertThat(context.warnings())
                .containsExactly(
                        "folder: the only class is 'MedNIST'; if the classes are CXR, Hand, set root to "
                                + root.resolve("MedNIST"));
    }

    @Test
    void takesUnknownForMissing() {
        TestImages.write(root.resolve("Hand/1.png"), 1);
        TestImages.write(root.resolve("Head/1.png"), 2);

        DatasetAdapter dataset =
                open(
                        Map.of(
                                "metadata",
                                Map.of(
                                        "Hand", Map.of("site", "Unknown"),
                                        "Head", Map.of("site", "A"))));

        assertThat(dataset.samples())
                .extracting(Sample::metadata)
                .containsExactly(Map.of("class", "Hand"), Map.of("class", "Head", "site", "A"));
        assertThat(context.warnings()).containsExactly("folder: no metadata for Hand (site)");
    }

    @Test
    void asksWhetherPartsOfASplitAreClasses() {
        TestImages.write(root.resolve("train/benign/1.png"), 1);
        TestImages.write(root.resolve("Test/benign/1.png"), 2);

        open(Map.of());

        assertThat(context.warnings())
                .containsExactly(
                        "folder: the classes are Test, train; if these are parts of a split, set root to one of them");
    }

    @Test
    void saysWhichOtherDatasetATreeLooksLike() throws IOException {
        TestImages.write(root.resolve("MR/mriabd/normal/1.png"), 1);
        TestImages.write(root.resolve("CT/lung/normal/1.png"), 2);

        open(Map.of());

        assertThat(context.warnings())
                .containsExactly(
                        "folder: the classes are CT, MR; this looks like minirin: use dataset minirin");
    }

    @Test
    void refusesLimitBelowOne() {
        assertThatThrownBy(() -> open(Map.of("limit-per-class", 0)))
                .hasMessage("limit-per-class must be at least 1, not 0");
    }

    private DatasetAdapter openAt(Path path) {
        return Opening.open(new FolderDatasetFactory(), Map.of("root", path.toString()), context);
    }

    private DatasetAdapter open(Map<String, Object> more) {
        Map<String, Object> raw = new java.util.HashMap<>(more);
        raw.put("root", root.toString());
        return Opening.open(new FolderDatasetFactory(), raw, context);
    }

    private List<String> idsOf(String className, Map<String, Object> options) {
        return open(options).samples().stream()
                .map(Sample::id)
                .filter(id -> id.startsWith(className + "/"))
                .toList();
    }

    private static void assertRefused(ThrowingCallable opening, String... parts) {
        assertThatThrownBy(opening)
                .isInstanceOfSatisfying(
                        ModanException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.DATASET))
                .hasMessageContainingAll(parts);
    }
}
