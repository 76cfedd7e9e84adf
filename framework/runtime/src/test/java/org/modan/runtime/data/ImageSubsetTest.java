/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.spi.ImageSet;
import org.modan.spi.Sample;

class ImageSubsetTest {

    @TempDir Path folder;

    @Test
    void theScoredPartTellsNothingButItsImages() {
        ImageSet test = ImageSubset.imagesOnly(images(), new int[] {3, 1});

        assertThat(test.samples())
                .hasSize(2)
                .allSatisfy(
                        sample -> {
                            assertThat(sample.id()).matches("test-[01]");
                            assertThat(sample.label()).isEmpty();
                            assertThat(sample.group()).isEmpty();
                            assertThat(sample.metadata()).isEmpty();
                        });
        byte[] pixels = new byte[4];
        test.read(0, pixels);
        assertThat(pixels).containsOnly(3);
    }

    @Test
    void theFittedPartKeepsWhatIsKnown() {
        ImageSet images = images();

        ImageSet train = ImageSubset.of(images, new int[] {2, 0});

        assertThat(train.samples())
                .containsExactly(images.samples().get(2), images.samples().get(0));
        byte[] pixels = new byte[4];
        train.read(0, pixels);
        assertThat(pixels).containsOnly(2);
    }

    private ImageSet images() {
        PaintedDataset painted = new PaintedDataset("a", "b");
        IntStream.range(0, 4)
                .forEach(
                        i ->
                                painted.add(
                                        Sample.withId("malignant/" + i)
                                                .label(1)
                                                .group("p" + i)
                                                .metadata("class", "malignant")
                                                .build(),
                                        i));
        return new ImageCache(folder, warning -> {})
                .images(PaintedFactory.open(painted), new ImageFormat(2, 1), done -> {});
    }
}
