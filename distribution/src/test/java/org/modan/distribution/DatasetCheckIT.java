/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modan.testkit.SharedFolder;

/** What {@code modan check} tells of whole datasets, in the layouts people have them in. */
@DisabledOnOs(OS.WINDOWS)
class DatasetCheckIT {

    @TempDir private static Path trees;

    private final Distribution distribution = Distribution.assembled();
    @TempDir private Path scratch;

    @BeforeAll
    static void makeDatasets() throws Exception {
        new DatasetTrees(trees.resolve("RadImageNet")).radImageNet();
        new DatasetTrees(trees.resolve("Stanford")).mrnet();
        DatasetTrees small = new DatasetTrees(trees);
        small.image("sorted/Hand/1.png");
        small.image("sorted/HeadCT/1.png");
        small.image("busi/benign/benign (1).png");
        small.image("busi/malignant/malignant (1).png");
        small.image("ddti/1_1.jpg"); // opening looks at names alone
        Files.writeString(trees.resolve("ddti/1.xml"), "<case/>");
        Files.createDirectory(trees.resolve("empty"));
    }

    @Test
    void countsWhatIsDrawnFromRadImageNet() throws Exception {
        String minirin = "minirin=" + trees.resolve("RadImageNet");

        Command check = check(minirin, "--set", "per-class=3");
        Command json = check(minirin, "--set", "per-class=3", "--json");

        assertThat(check.exitCode()).as(check.out() + check.err()).isZero();
        // 41 times 1, 2, 3 and 3 of 4, and once more 1.
        assertThat(check.out())
                .startsWith(
                        "minirin: 370 images (RadImageNet, 370 images of 165 classes, up to 3 a class,\nseed 0)\n")
                .containsPattern("CT/abd/bowel_abnormality +1 +0\\.3%\n")
                .contains("\n  (125 more)")
                .containsPattern("\n  modality +MR +\\d+ +\\d\\d\\.\\d%\n +CT +\\d+ ")
                .contains("\n  sizes    all 32 x 32\n", "\n  colours  grey 370\n")
                .contains("all images can be read", "no two images have the same bytes")
                .doesNotContain("not the published dataset");
        assertThat(json.exitCode()).isZero();
        assertThat(json.out().lines().filter(line -> line.matches(" +\"(CT|MR|US)/.*: [123],?")))
                .as("every class, as class and as value of the field class")
                .hasSize(2 * 165)
                .anyMatch(line -> line.contains("\"MR/brain/pituatary_lesion\" : "));
    }

    @Test
    void countsTheSlicesOfMrnetByExam() throws Exception {
        Command middle = check("mrnet=" + trees.resolve("Stanford"));
        Command two =
                check(
                        "mrnet=" + trees.resolve("Stanford/MRNet-v1.0"),
                        "--set",
                        "slices=[18, 19]",
                        "--json");

        assertThat(middle.exitCode()).as(middle.out()).isZero();
        assertThat(middle.out())
                .startsWith(
                        "mrnet: 4 images (MRNet acl, sagittal, slices: middle: 4 images of 4 exams)\n")
                .containsPattern("\n  intact +2 +50\\.0%\n  tear +2 +50\\.0%\n")
                .contains("\n  groups   4; images of one: median 1, most 1")
                .containsPattern("\n  part +train +3 +75\\.0%\n +valid +1 +25\\.0%\n")
                .endsWith("\nmrnet can be used.\n");
        assertThat(two.exitCode()).as(two.out()).isZero();
        assertThat(two.out())
                .startsWith("{\n")
                .contains(
                        "\"usable\" : true",
                        "\"images\" : 8,",
                        "\"intact\" : 4,",
                        "\"tear\" : 4",
                        "\"count\" : 4,",
                        "\"most_images\" : 2,",
                        "\"identical\" : [ ]")
                .endsWith("}\n");
    }

    @Test
    void endsWithTwoWhereLabelsNameVolumesThatAreNotThere() throws Exception {
        DatasetTrees tree = new DatasetTrees(scratch);
        tree.mrnet();
        Files.writeString(scratch.resolve("MRNet-v1.0/valid-acl.csv"), "1130,1\n1131,0\n1132,0\n");

        Command check = check("mrnet=" + scratch, "--set", "slices=22");

        assertThat(check.exitCode()).isEqualTo(2);
        assertThat(words(check.out()))
                .contains(
                        "2 volumes that valid-acl.csv names are not there: valid/sagittal/1131.npy, valid/sagittal/1132.npy",
                        "3 volumes have no slice 22, counted from 0: train/sagittal/0000.npy (20 slices), train/sagittal/0001.npy (21 slices), train/sagittal/0002.npy (22 slices)")
                .endsWith("mrnet cannot be used as it is. ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "busi     | sorted      | expected the folders benign, malignant, normal | found the folders Hand, HeadCT;    | looks like folder: use dataset folder",
                "thyroid  | busi        | expected case files such as 92.xml             | found the folders benign,          | looks like busi: use dataset busi",
                "mrnet    | RadImageNet | expected the folders train and valid           | found the folders radiology_ai;    | looks like minirin: use dataset minirin",
                "minirin  | Stanford    | expected the folders CT, MR and US             | found the folders MRNet-v1.0;      | looks like mrnet: use dataset mrnet",
                "folder   | ddti        | set root to a folder that holds one folder a class | holds 1 images but no class folders | looks like thyroid: use dataset thyroid",
                "manifest | sorted      | expected a CSV file                            | found the folders Hand, HeadCT;    | looks like folder: use dataset folder",
            })
    void saysOfAWrongRootWhatItIs(
            String adapter, String root, String expected, String found, String suggestion)
            throws Exception {
        Command check = check(adapter + "=" + trees.resolve(root));

        assertThat(check.exitCode()).isEqualTo(2);
        assertThat(words(check.out()))
                .startsWith("problem: " + adapter + ": ")
                .contains(expected, found, suggestion)
                .endsWith(adapter + " cannot be used as it is. ");
        assertThat(check.err()).doesNotContain("Exception", "\tat ");
    }

    @Test
    @Tag("realdata")
    void namesTheImageOfBusiThatIsBenignAndMalignant() throws Exception {
        String busi = "busi=" + SharedFolder.data().resolve("busi-256");

        Command check = check(busi);
        Command separate = check(busi, "--set", "normal=separate", "--json");

        assertThat(check.exitCode()).as(check.err()).isZero();
        assertThat(words(check.out()))
                .startsWith("busi: 780 images ")
                .contains(" benign 570 73.1% malignant 210 26.9% ", " all images can be read ")
                .contains(
                        " 2 images have the same bytes as another, in 1 set, 1 across classes benign/benign (433).png = malignant/malignant (145).png ",
                        " warning: busi: the same image is labelled differently: benign/benign (433).png = malignant/malignant (145).png ");
        assertThat(separate.out())
                .contains("\"benign\" : 437,", "\"malignant\" : 210,", "\"normal\" : 133");
    }

    @Test
    @Tag("realdata")
    void countsTheScoredCasesOfDdti() throws Exception {
        Command check = check("thyroid=" + SharedFolder.data().resolve("ddti"));

        assertThat(check.exitCode()).as(check.err()).isZero();
        assertThat(words(check.out()))
                .startsWith("thyroid: 349 images ")
                .contains(" benign 61 17.5% malignant 288 82.5% ", " groups 298; images of one: ")
                .contains(" sizes all 560 x 360 ", " all images can be read ");
    }

    @Test
    @Tag("realdata")
    void countsTheFoldersOfMednist() throws Exception {
        Command check = check("folder=" + SharedFolder.data().resolve("mednist/MedNIST"));

        assertThat(check.exitCode()).as(check.err()).isZero();
        assertThat(words(check.out()))
                .startsWith("folder: 6000 images (6000 images in 6 class folders) ")
                .contains(" AbdomenCT 1000 16.7% ", " HeadCT 1000 16.7% ")
                .contains(" sizes all 64 x 64 ", " all images can be read ")
                .contains(" 9 images have the same bytes as another, in 1 set ");
    }

    /** The text whatever the width of the lines. */
    private static String words(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private Command check(String... arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of("check"));
        words.addAll(List.of(arguments));
        return distribution.modan(scratch, words);
    }
}
