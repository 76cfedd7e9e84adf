/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.modan.spi.Digests;
import org.modan.spi.Image;
import org.modan.spi.Sample;
import org.modan.testkit.SharedFolder;

/** What is known to be wrong with published images is found, and little that is not. */
@Tag("realdata")
class RealImagesCheckTest {

    @Test
    void namesTheImagesOfBusiThatContradictEachOther() throws IOException {
        Path root = SharedFolder.data().resolve("busi-256/Dataset_BUSI_with_GT");
        DatasetReport report =
                dataset(root, List.of("benign", "malignant", "normal"), 1000).report();

        assertThat(report.classes().values()).containsExactly(437, 210, 133);
        assertThat(report.copies())
                .singleElement()
                .satisfies(
                        set -> {
                            assertThat(set.acrossClasses()).isTrue();
                            assertThat(set.pictures())
                                    .extracting(Picture::id)
                                    .containsExactly(
                                            "benign/benign (433).png",
                                            "malignant/malignant (145).png");
                        });
        NearPairs near = report.nearPairs();
        assertThat(near.pairs()).isBetween(120L, 140L);
        assertThat(near.gravest())
                .extracting(pair -> pair.first().id() + " ~ " + pair.second().id())
                .contains(
                        "benign/benign (399).png ~ malignant/malignant (93).png",
                        "benign/benign (131).png ~ malignant/malignant (51).png");
    }

    @Test
    void noImageOfMedNistIsTakenForOneOfAnotherClass() throws IOException {
        Path root = SharedFolder.data().resolve("mednist/MedNIST");
        List<String> classes =
                List.of("AbdomenCT", "BreastMRI", "CXR", "ChestCT", "Hand", "HeadCT");

        DatasetReport report = dataset(root, classes, 150).report();

        assertThat(report.images()).isEqualTo(900);
        assertThat(report.nearPairs().acrossClasses()).isZero();
        assertThat(report.nearPairs().gravest())
                .as("X-rays of other patients are alike, neighbouring slices are near-identical")
                .isNotEmpty()
                .noneMatch(pair -> pair.first().id().startsWith("CXR"));
    }

    private static ScannedDataset dataset(Path root, List<String> classes, int most)
            throws IOException {
        ScannedDataset dataset = new ScannedDataset(classes, List.of());
        for (String name : classes) {
            try (Stream<Path> files = Files.list(root.resolve(name))) {
                for (Path file :
                        files.filter(file -> !file.toString().contains("_mask"))
                                .sorted()
                                .limit(most)
                                .toList()) {
                    dataset.add(
                            Sample.withId(name + "/" + file.getFileName())
                                    .label(classes.indexOf(name)),
                            Digests.ofFile(file),
                            () -> read(file));
                }
            }
        }
        return dataset;
    }

    private static Image read(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        return Image.grey(image.getWidth(), image.getHeight(), pixels);
    }
}
