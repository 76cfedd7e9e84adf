/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.busi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.contract.phantom.RecordingPluginContext;
import org.modan.datasets.Opening;
import org.modan.datasets.TestImages;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.Sample;

class BusiDatasetTest {

    private final RecordingPluginContext context = new RecordingPluginContext();

    @TempDir private Path root;

    @Test
    void countsNormalAsBenignAndLeavesMasksOut() {
        writeSmallBusi(root);

        DatasetAdapter dataset = open(root, "benign");

        assertThat(dataset.info().classes()).containsExactly("benign", "malignant");
        assertThat(dataset.samples())
                .extracting(sample -> sample.id() + " " + sample.label().getAsInt())
                .containsExactly(
                        "benign/benign (2).png 0",
                        "benign/benign (10).png 0",
                        "malignant/malignant (1).png 1",
                        "normal/normal (1).png 0");
        assertThat(dataset.samples())
                .allSatisfy(
                        sample ->
                                assertThat(sample.metadata())
                                        .isEqualTo(Map.of("modality", "US", "anatomy", "breast")))
                .allSatisfy(sample -> assertThat(sample.group()).isEmpty());
    }

    @Test
    void dropsNormal() {
        writeSmallBusi(root);

        assertThat(open(root, "drop").samples())
                .hasSize(3)
                .noneMatch(sample -> sample.id().startsWith("normal"));
    }

    @Test
    void keepsNormalAsAClassOfItsOwn() {
        writeSmallBusi(root);

        DatasetAdapter dataset = open(root, "separate");

        assertThat(dataset.info().classes()).containsExactly("benign", "malignant", "normal");
        assertThat(dataset.samples().get(3).label()).hasValue(2);
    }

    @Test
    void givesTheSameIdsFromTheParentFolder() {
        writeSmallBusi(root.resolve("Dataset_BUSI_with_GT"));

        assertThat(open(root, "benign").samples())
                .extracting(Sample::id)
                .isEqualTo(
                        open(root.resolve("Dataset_BUSI_with_GT"), "benign").samples().stream()
                                .map(Sample::id)
                                .toList());
    }

    @Test
    void namesTheSameImageUnderTwoLabels() {
        writeSmallBusi(root);
        TestImages.write(root.resolve("malignant/malignant (3).png"), 10);

        open(root, "benign");

        assertThat(context.warnings())
                .contains(
                        "busi: the same image is labelled differently:"
                                + " benign/benign (10).png = malignant/malignant (3).png");
    }

    @Test
    void acceptsTheSameImageTwiceUnderOneLabel() {
        writeSmallBusi(root);
        TestImages.write(root.resolve("normal/normal (2).png"), 10);

        open(root, "benign");

        assertThat(context.warnings()).noneMatch(warning -> warning.contains("same image"));
        open(root, "separate");
        assertThat(context.warnings()).anyMatch(warning -> warning.contains("same image"));
    }

    @Test
    void saysHowItDiffersFromThePublishedDataset() {
        writeSmallBusi(root);
        TestImages.write(root.resolve("benign/copy of benign (2).png"), 99);

        open(root, "drop");

        assertThat(context.warnings())
                .containsExactly(
                        "busi: 1 files in %s are not named like the published ones and were left out, such as 'copy of benign (2).png'"
                                .formatted(root.resolve("benign")),
                        "busi: not the published number of images: 2 benign (published: 437),"
                                + " 1 malignant (published: 210)");
    }

    @Test
    void refusesAnotherDatasetsFolders() {
        TestImages.write(root.resolve("Hand/1.png"), 1);
        TestImages.write(root.resolve("HeadCT/1.png"), 1);

        assertThatThrownBy(() -> open(root, "benign"))
                .isInstanceOfSatisfying(
                        ModanException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.DATASET))
                .hasMessage(
                        "busi: expected the folders benign, malignant, normal in %s or in its Dataset_BUSI_with_GT, found the folders Hand, HeadCT; this looks like folder: use dataset folder; set root to the dataset's folder Dataset_BUSI_with_GT, or the one that holds it",
                        root);
    }

    @Test
    void refusesToDoWithoutNormalUnlessTold() {
        TestImages.write(root.resolve("benign/benign (1).png"), 1);
        TestImages.write(root.resolve("malignant/malignant (1).png"), 2);

        assertThatThrownBy(() -> open(root, "benign"))
                .hasMessageContainingAll("no folder 'normal'", "normal: drop does without it");
        assertThat(open(root, "drop").samples()).hasSize(2);
    }

    @Test
    void refusesFoldersOfTheRightNameWithOtherImages() {
        TestImages.write(root.resolve("benign/scan-1.png"), 1);
        TestImages.write(root.resolve("malignant/scan-2.png"), 2);

        assertThatThrownBy(() -> open(root, "drop"))
                .hasMessageContainingAll(
                        "no image is named like 'benign (1).png'", "use dataset folder");
    }

    private DatasetAdapter open(Path path, String normal) {
        return Opening.open(
                new BusiDatasetFactory(),
                Map.of("root", path.toString(), "normal", normal),
                context);
    }

    private static void writeSmallBusi(Path home) {
        TestImages.write(home.resolve("benign/benign (10).png"), 10);
        TestImages.write(home.resolve("benign/benign (10)_mask.png"), 255);
        TestImages.write(home.resolve("benign/benign (10)_mask_1.png"), 255);
        TestImages.write(home.resolve("benign/benign (2).png"), 2);
        TestImages.write(home.resolve("benign/benign (2)_mask.png"), 255);
        TestImages.write(home.resolve("malignant/malignant (1).png"), 100);
        TestImages.write(home.resolve("malignant/malignant (1)_mask.png"), 255);
        TestImages.write(home.resolve("normal/normal (1).png"), 50);
        TestImages.write(home.resolve("normal/normal (1)_mask.png"), 0);
    }
}
