/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.busi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modan.contract.phantom.RecordingPluginContext;
import org.modan.datasets.Opening;
import org.modan.datasets.TestImages;
import org.modan.datasets.image.ImageDecoder;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.Image;
import org.modan.spi.Sample;
import org.modan.testkit.SharedFolder;

class LesionCropsTest {

    private static final int WIDTH = 20;
    private static final int HEIGHT = 10;

    private final RecordingPluginContext context = new RecordingPluginContext();

    @TempDir private Path root;

    @Test
    void cutsTheBoxAroundAllMasks() throws IOException {
        writeAll();

        Image lesion = readFirst(open(0));

        assertThat(lesion.width()).isEqualTo(8);
        assertThat(lesion.height()).isEqualTo(4);
        assertThat(lesion.channels()).isEqualTo(1);
        assertThat(lesion.pixels()[0] & 255).isEqualTo(valueAt(4, 3));
        assertThat(lesion.pixels()[8 * 4 - 1] & 255).isEqualTo(valueAt(11, 6));
    }

    @Test
    void addsTheMarginAtEachSideAsFarAsTheImageReaches() throws IOException {
        writeAll();

        assertThat(readFirst(open(0.25)).width()).isEqualTo(8 + 2 * 2);
        assertThat(readFirst(open(0.25)).height()).isEqualTo(4 + 2 * 1);
        assertThat(readFirst(open(10)).pixels()).hasSize(WIDTH * HEIGHT);
    }

    @Test
    void keepsImagesWholeThatHaveNoLesion() throws IOException {
        writeAll();

        DatasetAdapter dataset = open(0.1);

        assertThat(dataset.samples())
                .extracting(Sample::id)
                .containsExactly(
                        "benign/benign (1).png",
                        "malignant/malignant (1).png",
                        "normal/normal (1).png");
        for (int i = 1; i < 3; i++) {
            assertThat(dataset.read(dataset.samples().get(i)).pixels()).hasSize(WIDTH * HEIGHT);
        }
        assertThat(context.warnings())
                .contains(
                        "busi: 1 images of lesions have no mask and stay whole: malignant/malignant (1).png");
    }

    @Test
    void countsTheMasksAsContentOnlyWhereTheyDecideIt() throws IOException {
        writeAll();
        String cropped = digest(open(0));
        String whole = digest(openWhole());

        writeMask("benign/benign (1)_mask_1.png", 0, 0, 3, 3);

        assertThat(digest(open(0))).isNotEqualTo(cropped);
        assertThat(digest(openWhole())).isEqualTo(whole);
        assertThat(cropped).isNotEqualTo(whole);
    }

    @Test
    void refusesAMaskOfAnotherSize() throws IOException {
        writeAll();
        TestImages.write(root.resolve("benign/benign (1)_mask_1.png"), 255);

        assertThatThrownBy(() -> readFirst(open(0)))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage(
                        "its mask benign (1)_mask_1.png has 4 x 3 pixels, it has 20 x 10 itself; copy both again, or use crop: none");
    }

    @Test
    void namesADamagedMask() throws IOException {
        writeAll();
        Files.write(root.resolve("benign/benign (1)_mask.png"), new byte[0]);

        assertThatThrownBy(() -> readFirst(open(0)))
                .hasMessage(
                        "its mask benign (1)_mask.png: empty: the file has 0 bytes; copy it again");
    }

    @Test
    void readsMasksOfAnyColourMode() throws IOException {
        writeAll();
        BufferedImage colors = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        colors.setRGB(9, 9, 0xFFFF0000);
        Files.delete(root.resolve("benign/benign (1)_mask_1.png"));
        Files.write(root.resolve("benign/benign (1)_mask.png"), TestImages.encode(colors, "png"));

        assertThat(readFirst(open(0)).pixels()).containsExactly(valueAt(9, 9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"busi-256", "busi-original-sample"})
    @Tag("realdata")
    void cropsEveryLesionOfTheRealDataset(String copy) throws IOException {
        root = SharedFolder.data().resolve(copy).resolve("Dataset_BUSI_with_GT");
        DatasetAdapter dataset = open(0);
        DatasetAdapter whole = openWhole();
        int cropped = 0;
        for (Sample sample : dataset.samples()) {
            Image lesion = dataset.read(sample);
            Image image = whole.read(sample);
            boolean smaller = lesion.pixels().length < image.pixels().length;
            assertThat(smaller).as(sample.id()).isEqualTo(!sample.id().startsWith("normal"));
            cropped += smaller ? 1 : 0;
        }

        assertThat(cropped).isEqualTo(copy.equals("busi-256") ? 647 : 40);
        assertThat(context.warnings()).noneMatch(warning -> warning.contains("no mask"));
    }

    @Test
    @Tag("realdata")
    void unitesTheThreeMasksOfARealImage() throws IOException {
        root = SharedFolder.data().resolve("busi-256").resolve("Dataset_BUSI_with_GT");
        DatasetAdapter dataset = open(0);
        Sample sample =
                dataset.samples().stream()
                        .filter(one -> one.id().equals("benign/benign (195).png"))
                        .findFirst()
                        .orElseThrow();
        LesionBox first = box("benign (195)_mask.png");
        LesionBox union =
                first.union(box("benign (195)_mask_1.png")).union(box("benign (195)_mask_2.png"));

        Image lesions = dataset.read(sample);

        assertThat(lesions.width()).isEqualTo(union.right() - union.left());
        assertThat(lesions.height()).isEqualTo(union.bottom() - union.top());
        assertThat(union).isNotEqualTo(first);
    }

    private LesionBox box(String mask) throws IOException {
        return LesionBox.around(new ImageDecoder().decode(root.resolve("benign").resolve(mask)))
                .orElseThrow();
    }

    private static Image readFirst(DatasetAdapter dataset) throws IOException {
        return dataset.read(dataset.samples().get(0));
    }

    private static String digest(DatasetAdapter dataset) throws IOException {
        return dataset.contentDigest(dataset.samples().get(0));
    }

    private DatasetAdapter open(double margin) {
        return Opening.open(
                new BusiDatasetFactory(),
                Map.of("root", root.toString(), "crop", "lesion", "margin", margin),
                context);
    }

    private DatasetAdapter openWhole() {
        return Opening.open(new BusiDatasetFactory(), Map.of("root", root.toString()), context);
    }

    private void writeAll() throws IOException {
        for (String name :
                new String[] {
                    "benign/benign (1).png", "malignant/malignant (1).png", "normal/normal (1).png"
                }) {
            BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                image.getRaster().setSample(i % WIDTH, i / WIDTH, 0, valueAt(i % WIDTH, i / WIDTH));
            }
            image.getRaster().setSample(0, 0, 0, name.length());
            write(name, image);
        }
        writeMask("benign/benign (1)_mask.png", 4, 3, 6, 5);
        writeMask("benign/benign (1)_mask_1.png", 10, 6, 12, 7);
        writeMask("normal/normal (1)_mask.png", 0, 0, 0, 0);
    }

    private void writeMask(String name, int left, int top, int right, int bottom)
            throws IOException {
        BufferedImage mask = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                mask.getRaster().setSample(x, y, 0, 1);
            }
        }
        write(name, mask);
    }

    private void write(String name, BufferedImage image) throws IOException {
        Files.createDirectories(root.resolve(name).getParent());
        Files.write(root.resolve(name), TestImages.encode(image, "png"));
    }

    private static int valueAt(int x, int y) {
        return (7 * x + 11 * y) % 128;
    }
}
