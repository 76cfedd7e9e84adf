/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.minirin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.contract.phantom.RecordingPluginContext;
import org.modan.datasets.Opening;
import org.modan.datasets.TestImages;
import org.modan.datasets.manifest.ManifestDatasetFactory;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.Sample;

class MinirinDatasetTest {

    private final RecordingPluginContext context = new RecordingPluginContext();

    @TempDir private Path folder;

    @Test
    void selectsThePaperNumberOfImagesFromATreeOfThePublishedNames() throws IOException {
        int files = PublishedTree.write(folder.resolve("radiology_ai"));

        DatasetAdapter dataset = open(Map.of());

        assertThat(files).isGreaterThan(PublishedTree.SELECTED);
        assertThat(dataset.info().classes()).hasSize(PublishedTree.CLASSES).isSorted();
        assertThat(dataset.samples()).hasSize(PublishedTree.SELECTED);
        assertThat(countByClass(dataset).values()).contains(9L, 23L, 37L, 53L, 100L);
        assertThat(countByClass(dataset)).containsEntry("MR/shoulder/ca++_tendinosis", 100L);
        assertThat(dataset.info().description())
                .isEqualTo("RadImageNet, 16222 images of 165 classes, up to 100 a class, seed 0");
        assertThat(context.warnings()).isEmpty();
    }

    @Test
    void tellsModalityAnatomyAndClassInTheDatasetsOwnSpelling() throws IOException {
        writeSmallTree(folder.resolve("radiology_ai"));

        DatasetAdapter dataset = open(Map.of());

        assertThat(dataset.info().fields()).containsExactly("modality", "anatomy", "class");
        assertThat(dataset.samples().stream().map(MinirinDatasetTest::told).distinct())
                .containsExactly(
                        "CT abd CT/abd/renal_lesion",
                        "MR mriabd MR/mriabd/normal",
                        "MR mriabd MR/mriabd/normal+",
                        "US gb US/gb",
                        "US thyroid US/thyroid_nodule");
        Sample gallbladder = dataset.samples().get(7);
        assertThat(gallbladder.id()).isEqualTo("US/gb/usn371594.png");
        assertThat(gallbladder.label()).hasValue(3);
        assertThat(dataset.read(gallbladder).pixels()).containsOnly(50);
        assertThat(context.warnings())
                .containsExactly("minirin: not the published dataset: 5 classes (published: 165)");
    }

    @Test
    void readsTheRearrangedTree() {
        TestImages.write(folder.resolve("CT/lung/nodule/1.png"), 1);
        TestImages.write(folder.resolve("MR/mriabd/normal/1.png"), 1);
        TestImages.write(folder.resolve("US/thyroid/nodule/1.png"), 1);
        TestImages.write(folder.resolve("US/abdomen/gb/1.png"), 1);

        assertThat(open(Map.of()).samples().stream().map(MinirinDatasetTest::told))
                .containsExactly(
                        "CT lung CT/lung/nodule",
                        "MR mriabd MR/mriabd/normal",
                        "US abdomen US/abdomen/gb",
                        "US thyroid US/thyroid/nodule");
    }

    @Test
    void givesTheSameIdsFromBothFolders() throws IOException {
        writeSmallTree(folder.resolve("radiology_ai"));

        assertThat(ids(openAt(folder.resolve("radiology_ai"), Map.of())))
                .isEqualTo(ids(open(Map.of())));
    }

    @Test
    void drawsBySeedWhateverElseThereIs() throws IOException {
        Path ct = folder.resolve("CT/lung/nodule");
        for (int i = 0; i < 30; i++) {
            TestImages.write(ct.resolve("lung%02d.png".formatted(29 - i)), i);
        }
        List<String> drawn = ids(open(Map.of("per-class", 5)));
        TestImages.write(folder.resolve("CT/abd/normal/1.png"), 1);

        assertThat(drawn).hasSize(5).isSorted();
        assertThat(ids(open(Map.of("per-class", 5)))).containsAll(drawn).hasSize(6);
        assertThat(ids(open(Map.of("per-class", 5, "seed", 1)))).doesNotContainSequence(drawn);
        assertThat(ids(open(Map.of("per-class", 500)))).hasSize(31);
    }

    @Test
    void drawsOnlyFromWhatTheListsName() throws IOException {
        writeSmallTree(folder.resolve("radiology_ai"));
        Files.writeString(
                folder.resolve("RadiologyAI_train.csv"),
                """
                filename,label
                radiology_ai/MR/mriabd/normal/mri-abd-normal070810.png,mriabd-normal
                radiology_ai/US/gb/usn371594.png,US-gb
                """);
        Files.writeString(
                folder.resolve("RadiologyAI_test.csv"),
                "filename,label\nradiology_ai/CT/abd/renal_lesion/abd062412.png,abd-renal lesion");

        assertThat(ids(open(Map.of("csv", folder.toString()))))
                .containsExactly(
                        "CT/abd/renal_lesion/abd062412.png",
                        "MR/mriabd/normal/mri-abd-normal070810.png",
                        "US/gb/usn371594.png");
        assertThat(ids(open(Map.of("csv", folder.resolve("RadiologyAI_test.csv").toString()))))
                .containsExactly("CT/abd/renal_lesion/abd062412.png");
    }

    @Test
    void namesEveryRowThatDoesNotFitTheTree() throws IOException {
        writeSmallTree(folder.resolve("radiology_ai"));
        Path csv =
                Files.writeString(
                        folder.resolve("mine.csv"),
                        """
                        filename,label
                        radiology_ai/US/gb/usn371594.png,US-gb
                        radiology_ai/US/gb/usn371594.png,US-gb
                        radiology_ai/US/gb/usn1.png,US-liver
                        radiology_ai/US/liver/usn136070.png,US-liver
                        usn136070.png,US-liver
                        """);

        assertRefused(
                () -> open(Map.of("csv", csv.toString())),
                ErrorCode.DATASET,
                """
                minirin: %s cannot be used as it is:
                  1 images are listed twice: US/gb/usn371594.png
                  1 images are labelled otherwise than the first of their folder: US/gb/usn1.png (US-liver, not US-gb)
                  1 rows of the lists name no image below CT, MR or US: usn136070.png
                  2 images that the lists name are not there: US/gb/usn1.png, US/liver/usn136070.png"""
                        .formatted(folder.resolve("radiology_ai")));
    }

    @Test
    void refusesAFolderWithoutLists() throws IOException {
        writeSmallTree(folder.resolve("radiology_ai"));

        assertRefused(
                () -> open(Map.of("csv", folder.toString())),
                ErrorCode.DATASET,
                "minirin: there is none of RadiologyAI_train.csv, RadiologyAI_val.csv, RadiologyAI_test.csv in %s; set csv to one of them or to their folder"
                        .formatted(folder));
    }

    @Test
    void writesASelectionThatAnotherMachineReuses(@TempDir Path elsewhere) throws IOException {
        writeSmallTree(folder.resolve("radiology_ai"));
        writeSmallTree(elsewhere);
        Path selection = folder.resolve("new/selection.csv");

        DatasetAdapter drawn =
                open(Map.of("per-class", 2, "seed", 5, "write-manifest", selection.toString()));
        DatasetAdapter reused = openAt(elsewhere, Map.of("manifest", selection.toString()));

        assertThat(Files.readAllLines(selection))
                .startsWith(
                        "path,label,modality,anatomy,class",
                        "CT/abd/renal_lesion/abd062412.png,CT/abd/renal_lesion,CT,abd,CT/abd/renal_lesion")
                .hasSize(1 + drawn.samples().size());
        assertThat(index(reused)).isEqualTo(index(drawn));
        assertThat(reused.info().classes()).isEqualTo(drawn.info().classes());
        assertThat(reused.info().description())
                .isEqualTo("RadImageNet, 7 images of 5 classes, as listed in selection.csv");
        assertThat(
                        index(
                                Opening.open(
                                        new ManifestDatasetFactory(),
                                        Map.of(
                                                "root", elsewhere.toString(),
                                                "file", selection.toString()))))
                .as("dataset manifest reads it, too")
                .isEqualTo(index(drawn));
    }

    @Test
    void writesTheSameSelectionAgainButNeverOverAnother() throws IOException {
        writeSmallTree(folder.resolve("radiology_ai"));
        Path selection = folder.resolve("selection.csv");
        open(Map.of("per-class", 2, "write-manifest", selection.toString()));
        String written = Files.readString(selection);

        open(Map.of("per-class", 2, "write-manifest", selection.toString()));
        assertRefused(
                () -> open(Map.of("per-class", 1, "write-manifest", selection.toString())),
                ErrorCode.OUTPUT,
                "minirin: %s is there and holds something other than this selection; set manifest to it to use it, or write-manifest to another file"
                        .formatted(selection));

        assertThat(selection).hasContent(written);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(folder.resolve("radiology_ai"), selection);
        }
    }

    @Test
    void letsOthersReadTheSelection() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        writeSmallTree(folder.resolve("radiology_ai"));
        Path selection = folder.resolve("selection.csv");

        open(Map.of("write-manifest", selection.toString()));

        assertThat(Files.getPosixFilePermissions(selection))
                .isEqualTo(Files.getPosixFilePermissions(Files.createFile(folder.resolve("new"))));
    }

    @Test
    void namesEveryImageOfASelectionThatIsNotThere() throws IOException {
        writeSmallTree(folder.resolve("radiology_ai"));
        Path selection =
                Files.writeString(
                        folder.resolve("selection.csv"),
                        """
                        path,label,modality,anatomy
                        US/gb/usn371594.png,US/gb,US,gb
                        US/gb/usn371594.png,US/gb,US,gb
                        US/gb/usn1.png,US/gb,US,gb
                        ../secret.png,US/gb,US,gb
                        """);

        assertRefused(
                () -> open(Map.of("manifest", selection.toString())),
                ErrorCode.DATASET,
                """
                minirin: the selection %s does not fit the images in %s:
                  1 images are listed twice: US/gb/usn371594.png
                  1 images are not there: US/gb/usn1.png
                  1 paths lead out of the dataset's folder: ../secret.png"""
                        .formatted(selection, folder.resolve("radiology_ai")));
        assertRefused(
                () -> open(Map.of("manifest", "a.csv", "csv", "b.csv")),
                ErrorCode.CONFIGURATION,
                "minirin: csv says what to draw from, but with manifest nothing is drawn; leave one of them out");
    }

    @Test
    void namesEveryFolderThatIsLaidOutOtherwise() throws IOException {
        writeSmallTree(folder);
        TestImages.write(folder.resolve("CT/nodule/1.png"), 1);
        TestImages.write(folder.resolve("MR/knee/1.png"), 1);
        TestImages.write(folder.resolve("MR/knee/normal/1.png"), 1);
        TestImages.write(folder.resolve("MR/mriabd/normal/deeper/1.png"), 1);
        TestImages.write(folder.resolve("US/loose.png"), 1);
        Files.createDirectories(folder.resolve("US/ovary"));

        assertRefused(
                () -> open(Map.of()),
                ErrorCode.DATASET,
                """
                minirin: %s cannot be used as it is:
                  1 folders of images are no class of an anatomy: CT/nodule
                  1 folders hold images and folders at once: MR/knee
                  1 folders lie deeper than modality/anatomy/class: MR/mriabd/normal/deeper
                  1 images lie beside the class folders, not in them: US/loose.png
                  1 class folders have no images: US/ovary"""
                        .formatted(folder));
    }

    @Test
    void leavesOtherFilesOutAndCountsThem() throws IOException {
        writeSmallTree(folder);
        Files.writeString(folder.resolve("US/gb/Thumbs.db"), "");
        Files.writeString(folder.resolve("US/gb/.DS_Store"), "");

        assertThat(ids(open(Map.of()))).hasSize(9);
        assertThat(context.warnings())
                .contains(
                        "minirin: 1 files under %s are not images it reads and were left out: 1 .db"
                                .formatted(folder));
    }

    @Test
    void refusesAnotherDatasetsFolders() throws IOException {
        Files.createDirectories(folder.resolve("train/sagittal"));
        Files.createDirectories(folder.resolve("valid/sagittal"));

        assertRefused(
                () -> open(Map.of()),
                ErrorCode.DATASET,
                "minirin: expected the folders CT, MR and US in %s or in its radiology_ai, found the folders train, valid; this looks like mrnet: use dataset mrnet; set root to RadImageNet's folder radiology_ai, or the one that holds it"
                        .formatted(folder));
    }

    /** Nine images of five classes; that of CT has one, that of MR three and two. */
    private static void writeSmallTree(Path home) throws IOException {
        TestImages.write(home.resolve("CT/abd/renal_lesion/abd062412.png"), 10);
        TestImages.write(home.resolve("MR/mriabd/normal/mri-abd-normal070810.png"), 20);
        TestImages.write(home.resolve("MR/mriabd/normal/mri-abd-normal070811.png"), 21);
        TestImages.write(home.resolve("MR/mriabd/normal/mri-abd-normal070812.png"), 22);
        TestImages.write(home.resolve("MR/mriabd/normal/mri-abd-normal070813.png"), 23);
        TestImages.write(home.resolve("MR/mriabd/normal+/1.png"), 30);
        TestImages.write(home.resolve("MR/mriabd/normal+/2.png"), 31);
        TestImages.write(home.resolve("US/gb/usn371594.png"), 50);
        TestImages.write(home.resolve("US/thyroid_nodule/thyroid-nodule020813.png"), 60);
    }

    private DatasetAdapter open(Map<String, ?> more) {
        return openAt(folder, more);
    }

    private DatasetAdapter openAt(Path root, Map<String, ?> more) {
        Map<String, Object> raw = new LinkedHashMap<>(more);
        raw.put("root", root.toString());
        return Opening.open(new MinirinDatasetFactory(), raw, context);
    }

    private static List<String> ids(DatasetAdapter dataset) {
        return dataset.samples().stream().map(Sample::id).toList();
    }

    /** All that a digest of a dataset covers but its pixels. */
    private static List<String> index(DatasetAdapter dataset) {
        List<String> index = new ArrayList<>();
        for (Sample sample : dataset.samples()) {
            index.add(sample.id() + " " + sample.label().orElseThrow() + " " + told(sample));
        }
        return index;
    }

    private static String told(Sample sample) {
        return "%s %s %s"
                .formatted(
                        sample.metadata().get("modality"),
                        sample.metadata().get("anatomy"),
                        sample.metadata().get("class"));
    }

    private static Map<String, Long> countByClass(DatasetAdapter dataset) {
        return dataset.samples().stream()
                .collect(
                        Collectors.groupingBy(
                                sample -> sample.metadata().get("class"), Collectors.counting()));
    }

    private static void assertRefused(ThrowingCallable opening, ErrorCode code, String message) {
        assertThatThrownBy(opening)
                .isInstanceOfSatisfying(
                        ModanException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessage(message);
    }
}
