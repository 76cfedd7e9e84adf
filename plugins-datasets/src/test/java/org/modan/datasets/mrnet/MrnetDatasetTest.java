/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.mrnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modan.contract.phantom.RecordingPluginContext;
import org.modan.datasets.Opening;
import org.modan.datasets.TestImages;
import org.modan.datasets.npy.NpyBytes;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.ErrorCode;
import org.modan.spi.Image;
import org.modan.spi.ModanException;
import org.modan.spi.Sample;

class MrnetDatasetTest {

    private static final int HEIGHT = 2;
    private static final int WIDTH = 3;

    private final RecordingPluginContext context = new RecordingPluginContext();

    @TempDir private Path folder;
    private Path root;

    /** Three exams to train on and one to validate on, of 4, 5, 6 and 7 slices in every plane. */
    @BeforeEach
    void writeSmallMrnet() throws IOException {
        root = folder.resolve("MRNet-v1.0");
        for (String plane : List.of("axial", "coronal", "sagittal")) {
            writeVolume("train/" + plane + "/0000.npy", 4);
            writeVolume("train/" + plane + "/0001.npy", 5);
            writeVolume("train/" + plane + "/0002.npy", 6);
            writeVolume("valid/" + plane + "/1130.npy", 7);
        }
        for (String task : List.of("acl", "abnormal", "meniscus")) {
            Files.writeString(root.resolve("train-" + task + ".csv"), "0000,0\n0001,1\r\n0002,0\n");
            Files.writeString(root.resolve("valid-" + task + ".csv"), "1130,1");
        }
        Files.writeString(root.resolve("train-abnormal.csv"), "0000,1\n0001,1\n0002,1\n");
    }

    @Test
    void takesTheMiddleSliceOfEachExam() throws IOException {
        DatasetAdapter dataset = open(Map.of());

        assertThat(dataset.info().classes()).containsExactly("intact", "tear");
        assertThat(dataset.info().fields()).containsExactly("modality", "anatomy", "plane", "part");
        assertThat(dataset.samples())
                .extracting(MrnetDatasetTest::told)
                .containsExactly(
                        "train/sagittal/0000.npy#2 of 0000: 0",
                        "train/sagittal/0001.npy#2 of 0001: 1",
                        "train/sagittal/0002.npy#3 of 0002: 0",
                        "valid/sagittal/1130.npy#3 of 1130: 1");
        assertThat(dataset.samples().get(3).metadata())
                .isEqualTo(
                        Map.of(
                                "modality", "MR",
                                "anatomy", "knee",
                                "plane", "sagittal",
                                "part", "valid"));
        assertThat(dataset.info().description())
                .isEqualTo("MRNet acl, sagittal, slices: middle: 4 images of 4 exams");
        Image image = dataset.read(dataset.samples().get(3));
        assertThat(List.of(image.width(), image.height(), image.channels()))
                .containsExactly(WIDTH, HEIGHT, 1);
        assertThat(image.pixels()).containsExactly(30, 31, 32, 33, 34, 35);
        assertThat(context.warnings()).isEmpty();
    }

    @Test
    void takesAllSlicesOrThoseAskedFor() {
        assertThat(open(Map.of("slices", "all")).samples()).hasSize(4 + 5 + 6 + 7);
        assertThat(open(Map.of("slices", "3, 0", "part", "train", "plane", "axial")).samples())
                .extracting(Sample::id)
                .containsExactly(
                        "train/axial/0000.npy#0",
                        "train/axial/0000.npy#3",
                        "train/axial/0001.npy#0",
                        "train/axial/0001.npy#3",
                        "train/axial/0002.npy#0",
                        "train/axial/0002.npy#3");
    }

    @Test
    void readsTheLabelsOfTheTask() {
        DatasetAdapter dataset = open(Map.of("task", "abnormal", "part", "train"));

        assertThat(dataset.info().classes()).containsExactly("normal", "abnormal");
        assertThat(dataset.samples()).allSatisfy(s -> assertThat(s.label()).hasValue(1));
    }

    @Test
    void givesTheSameIdsFromTheParentFolder() {
        assertThat(openAt(folder, Map.of()).samples())
                .extracting(Sample::id)
                .isEqualTo(open(Map.of()).samples().stream().map(Sample::id).toList());
    }

    @Test
    void tellsSlicesApartByTheirPixels() throws IOException {
        DatasetAdapter dataset = open(Map.of("slices", "1,2"));
        List<Sample> samples = dataset.samples();

        assertThat(dataset.contentDigest(samples.get(0)))
                .isEqualTo(dataset.contentDigest(samples.get(2)))
                .isNotEqualTo(dataset.contentDigest(samples.get(1)));
    }

    @Test
    void namesEveryProblemAtOnce() throws IOException {
        Files.delete(root.resolve("train/sagittal/0001.npy"));
        Files.writeString(root.resolve("train/sagittal/0002.npy"), "version https://git-lfs");
        Files.writeString(
                root.resolve("train-acl.csv"),
                "0000,0\n0001,1\n0002,0\n0007,1\nexam,acl\n0000,1\n");
        Files.delete(root.resolve("valid-acl.csv"));

        assertRefused(
                () -> open(Map.of("slices", "0,40")),
                """
                mrnet: %s cannot be used as it is:
                  1 lines of train-acl.csv are not an exam and 0 or 1, such as 0000,1: line 5
                  1 exams are in train-acl.csv twice: 0000
                  1 volumes have no slice 40, counted from 0: train/sagittal/0000.npy (4 slices)
                  2 volumes that train-acl.csv names are not there: train/sagittal/0001.npy, train/sagittal/0007.npy
                  1 volumes cannot be read: train/sagittal/0002.npy (not a .npy file)
                  1 label files are not there: valid-acl.csv"""
                        .formatted(root));
    }

    @Test
    void saysHowToDoWithoutAPartThatIsNotThere() throws IOException {
        Files.delete(root.resolve("valid/coronal/1130.npy"));
        Files.delete(root.resolve("valid/coronal"));

        assertThatThrownBy(() -> open(Map.of("plane", "coronal")))
                .hasMessageContaining(
                        "1 folders of volumes are not there (part: train does without): valid/coronal");
        assertThat(open(Map.of("plane", "coronal", "part", "train")).samples()).hasSize(3);
    }

    @Test
    void leavesVolumesWithoutLabelOutAndNamesThem() {
        writeVolume("train/sagittal/0003.npy", 3);
        writeVolume("train/sagittal/0004.npy", 3);

        assertThat(open(Map.of()).samples()).hasSize(4);
        assertThat(context.warnings())
                .containsExactly(
                        "mrnet: 2 volumes of train/sagittal are not in train-acl.csv and were left out: 0003, 0004");
    }

    @Test
    void takesValuesBelow256AsTheyAreWhateverTheirType() throws IOException {
        writeFloats("train/sagittal/0000.npy", 0, 1.4f, 2.5f, 254.6f, 255, 100);

        DatasetAdapter dataset = open(Map.of("slices", "0"));

        assertThat(dataset.read(dataset.samples().get(0)).pixels())
                .containsExactly(0, 1, 3, 255, 255, 100);
        assertThat(dataset.info().description())
                .endsWith(
                        "; 1 volumes are not of uint8: those with values beyond 0..255 are scaled from their own least and greatest value");
    }

    @Test
    void scalesOtherValuesByTheWholeVolumesRange() throws IOException {
        writeFloats("train/sagittal/0000.npy", 0, 0.5f, 0.25f, 0, 0, 0, 1, 1, 1, 1, 1, 1);
        writeFloats("train/sagittal/0001.npy", -100, 100, 0, 0, 0, 0);
        writeFloats("train/sagittal/0002.npy", 700, 700, 700, 700, 700, 700);

        DatasetAdapter dataset = open(Map.of("slices", "0", "part", "train"));
        List<Sample> samples = dataset.samples();

        assertThat(dataset.read(samples.get(0)).pixels()).containsExactly(0, 128, 64, 0, 0, 0);
        assertThat(dataset.read(samples.get(1)).pixels())
                .containsExactly(0, 255, 128, 128, 128, 128);
        assertThat(dataset.read(samples.get(2)).pixels()).containsOnly(0);
    }

    @Test
    void digestsChangeWithTheRangeThatScalesTheSlice() throws IOException {
        writeFloats("train/sagittal/0000.npy", 0, 500, 0, 0, 0, 0, 1000, 0, 0, 0, 0, 0);
        String before = firstDigest();
        writeFloats("train/sagittal/0000.npy", 0, 500, 0, 0, 0, 0, 2000, 0, 0, 0, 0, 0);

        assertThat(firstDigest()).isNotEqualTo(before);
    }

    @Test
    void refusesValuesThatAreNoNumbersWhenTheyAreRead() throws IOException {
        writeFloats("train/sagittal/0000.npy", 0, Float.NaN, 0, 0, 0, 0);

        DatasetAdapter dataset = open(Map.of("slices", "0"));

        assertThatThrownBy(() -> dataset.contentDigest(dataset.samples().get(0)))
                .isInstanceOf(IOException.class)
                .hasMessage("has values that are not finite numbers, such as NaN");
    }

    @Test
    void cutsTheSlicesOfAListFromTheVolumes() throws IOException {
        Path list =
                list(
                        "images/0_sagittal_1.000000.png,no",
                        "images/1130_axial_6.000000.png,yes",
                        "images/1130_axial_5.000000.png,yes");

        DatasetAdapter dataset = open(Map.of("slice-list", list.toString()));

        assertThat(dataset.samples())
                .extracting(MrnetDatasetTest::told)
                .containsExactly(
                        "train/sagittal/0000.npy#1 of 0000: 0",
                        "valid/axial/1130.npy#6 of 1130: 1",
                        "valid/axial/1130.npy#5 of 1130: 1");
        assertThat(dataset.read(dataset.samples().get(1)).pixels()[0]).isEqualTo((byte) 60);
        assertThat(dataset.info().description())
                .isEqualTo("MRNet acl slices of slices.csv, cut from volumes: 3 images of 2 exams");
    }

    @Test
    void takesTheFilesOfAListWhereTheyAre() throws IOException {
        Path list =
                list("images/1054_sagittal_19.000000.png,yes", "images/7_sagittal_3.000000.png,no");
        TestImages.write(folder.resolve("images/1054_sagittal_19.000000.png"), 99);
        TestImages.write(folder.resolve("images/7_sagittal_3.000000.png"), 33);

        DatasetAdapter dataset = openAt(folder, Map.of("slice-list", list.toString()));

        assertThat(dataset.samples())
                .extracting(MrnetDatasetTest::told)
                .containsExactly(
                        "images/1054_sagittal_19.000000.png of 1054: 1",
                        "images/7_sagittal_3.000000.png of 0007: 0");
        assertThat(dataset.read(dataset.samples().get(0)).pixels()).containsOnly(99);
        assertThat(dataset.samples().get(0).metadata())
                .isEqualTo(Map.of("modality", "MR", "anatomy", "knee", "plane", "sagittal"));
        Files.delete(folder.resolve("images/7_sagittal_3.000000.png"));
        assertRefused(
                () -> openAt(folder, Map.of("slice-list", list.toString())),
                """
                mrnet: the slices of slices.csv cannot be read from %s:
                  1 images are not there: images/7_sagittal_3.000000.png"""
                        .formatted(folder));
    }

    @Test
    void namesEverySliceOfAListThatIsNotToBeHad() throws IOException {
        Path list =
                list(
                        "images/0_sagittal_4.000000.png,no",
                        "images/1_sagittal_0.000000.png,maybe",
                        "images/1_sagittal_0.000000.png,no",
                        "images/1_sagittal_0.000000.png,no",
                        "images/55_sagittal_0.000000.png,no",
                        "images/knee.png,no",
                        "../0_sagittal_1.png,no");

        assertRefused(
                () -> open(Map.of("slice-list", list.toString())),
                """
                mrnet: the slices of slices.csv cannot be read from %s:
                  1 slices are neither yes nor no in acl_label: images/1_sagittal_0.000000.png (maybe)
                  1 slices are listed twice: images/1_sagittal_0.000000.png
                  1 names are not of a slice, such as 1054_sagittal_19.000000.png: images/knee.png
                  1 names lead out of the dataset's folder: ../0_sagittal_1.png
                  1 slices lie beyond the end of their volume, counted from 0: images/0_sagittal_4.000000.png (4 slices)
                  1 slices have neither an image nor a volume in train or valid: images/55_sagittal_0.000000.png"""
                        .formatted(root));
    }

    @Test
    void refusesAListOfAnotherTask() throws IOException {
        Path list = list("images/0_sagittal_1.png,no");

        assertRefused(
                () -> open(Map.of("slice-list", list.toString(), "task", "meniscus")),
                "mrnet: %s: its first line has no column meniscus_label; it names filename, acl_label"
                        .formatted(list));
        assertRefused(
                () -> open(Map.of("slice-list", folder.resolve("none.csv").toString())),
                "mrnet: %s: there is no such file".formatted(folder.resolve("none.csv")));
        Files.write(
                list,
                "filename,acl_label\nimages/\u00e9.png,no".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused(
                () -> open(Map.of("slice-list", list.toString())),
                "mrnet: %s: line 2 is not UTF-8 (byte 0xE9); save it as UTF-8 (in Excel: 'CSV UTF-8 (Comma delimited)')"
                        .formatted(list));
    }

    @Test
    void refusesAnotherDatasetsFolders() {
        Path other = folder.resolve("other");
        TestImages.write(other.resolve("benign/benign (1).png"), 1);
        TestImages.write(other.resolve("malignant/malignant (1).png"), 1);

        assertRefused(
                () -> openAt(other, Map.of()),
                "mrnet: expected the folders train and valid, with axial, coronal and sagittal in them, in %s or in its MRNet-v1.0, found the folders benign, malignant; this looks like busi: use dataset busi; set root to the dataset's folder MRNet-v1.0, or the one that holds it"
                        .formatted(other));
    }

    @Test
    void takesSlicesAsANumberAListOrAText() {
        for (Object slices :
                List.of(List.of(3, 0), List.of("0", 3, "3"), "3, 0", List.of("0,3"), "0,3,0")) {
            assertThat(openAt(root, Map.of("slices", slices, "part", "valid")).samples())
                    .as("slices: %s", slices)
                    .extracting(Sample::id)
                    .containsExactly("valid/sagittal/1130.npy#0", "valid/sagittal/1130.npy#3");
        }
        assertThat(openAt(root, Map.of("slices", 2)).samples()).hasSize(4);
        assertThat(openAt(root, Map.of("slices", List.of("all"))).samples()).hasSize(22);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "midle     | not 'midle'; did you mean middle?",
                "al        | not 'al'; did you mean all?",
                "first     | not 'first'",
                "18,nine   | not 'nine'",
                "middle,18 | not 'middle'",
                "18,,19    | not ''",
                "-1        | not '-1'",
                "18.5      | not '18.5'",
                "0-4       | not '0-4'",
                "12345678  | not '12345678'",
            })
    void saysWhatSlicesMustBe(String slices, String not) {
        assertThatThrownBy(() -> open(Map.of("slices", slices)))
                .hasMessage("slices must be middle, all, or indices from 0, " + not);
    }

    @Test
    void refusesAnEmptyListOfSlices() {
        assertThatThrownBy(() -> openAt(root, Map.of("slices", List.of())))
                .hasMessage("slices must be middle, all, or indices from 0, not []");
    }

    private String firstDigest() throws IOException {
        DatasetAdapter dataset = open(Map.of("slices", "0"));
        return dataset.contentDigest(dataset.samples().get(0));
    }

    private Path list(String... rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of("filename,acl_label"));
        lines.addAll(List.of(rows));
        return Files.write(folder.resolve("slices.csv"), lines);
    }

    private DatasetAdapter open(Map<String, String> more) {
        return openAt(root, more);
    }

    private DatasetAdapter openAt(Path path, Map<String, ?> more) {
        Map<String, Object> raw = new LinkedHashMap<>(more);
        raw.put("root", path.toString());
        return Opening.open(new MrnetDatasetFactory(), raw, context);
    }

    /** Slice s holds 10 s, 10 s + 1, ... */
    private void writeVolume(String name, int slices) {
        byte[] values = new byte[slices * HEIGHT * WIDTH];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (10 * (i / (HEIGHT * WIDTH)) + i % (HEIGHT * WIDTH));
        }
        NpyBytes.write(root.resolve(name), slices, HEIGHT, WIDTH, values);
    }

    private void writeFloats(String name, float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value);
        }
        String shape = "(%d, 2, 3)".formatted(values.length / 6);
        NpyBytes.write(
                root.resolve(name),
                NpyBytes.file(1, NpyBytes.header("<f4", false, shape), bytes.array()));
    }

    private static String told(Sample sample) {
        return "%s of %s: %d"
                .formatted(sample.id(), sample.group().orElseThrow(), sample.label().orElseThrow());
    }

    private static void assertRefused(ThrowingCallable opening, String message) {
        assertThatThrownBy(opening)
                .isInstanceOfSatisfying(
                        ModanException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.DATASET))
                .hasMessage(message);
    }
}
