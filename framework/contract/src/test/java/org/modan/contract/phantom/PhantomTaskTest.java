/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.phantom;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.modan.contract.evaluator.TestEvaluator;
import org.modan.spi.ImageSet;
import org.modan.spi.ProbeFold;
import org.modan.spi.Sample;
import org.modan.spi.Seed;
import org.modan.spi.TransferFold;

class PhantomTaskTest {

    private static final Seed SEED = new Seed(1);
    private static final PhantomTask TASK = PhantomTask.standard();

    @Test
    void everyTrainingImageHasLabelAndPatient() {
        assertThat(TASK.trainSamples()).hasSize(24);
        assertThat(labels(TASK.trainSamples())).containsOnly(0, 1);
        assertThat(Arrays.stream(labels(TASK.trainSamples())).sum()).isEqualTo(12);
        assertThat(TASK.trainSamples())
                .extracting(sample -> sample.group().orElseThrow())
                .hasSize(24)
                .doesNotContainNull();
        assertThat(Arrays.stream(labels(PhantomTask.withTwoPositives().trainSamples())).sum())
                .isEqualTo(2);
    }

    @Test
    void nothingOfATestImageTellsItsLabel() {
        try (NDManager manager = NDManager.newBaseManager()) {
            for (List<Sample> samples :
                    List.of(
                            TASK.testSamples(),
                            TASK.probeFold(SEED).test().samples(),
                            TASK.transferFold(manager, SEED).test().samples())) {
                assertThat(samples)
                        .hasSize(10)
                        .allMatch(sample -> sample.label().isEmpty() && sample.group().isEmpty());
                assertThat(samples.get(7).id()).isEqualTo("test-7");
            }
        }
    }

    @Test
    void featuresTellTheClassesApart() {
        ProbeFold fold = TASK.probeFold(SEED);
        boolean[] labels = TASK.testLabels();
        double[] means = TestEvaluator.means(fold.test());

        double positive = mean(means, labels, true);
        double negative = mean(means, labels, false);

        assertThat(positive).isGreaterThan(negative + 0.6);
    }

    @Test
    void featuresHaveWhatRealOnesHave() {
        ProbeFold fold = TASK.probeFold(SEED);
        float[] first = new float[fold.train().width()];
        float[] second = new float[fold.train().width()];
        float spread = 0;
        for (int i = 1; i < fold.train().size(); i++) {
            fold.train().read(i, second);
            assertThat(second[5]).isZero();
            spread = Math.max(spread, Math.abs(second[6]));
        }

        assertThat(spread).isGreaterThan(100);
        PhantomTask swapped = TASK.withSwappedLabels();
        fold.train().read(3, first);
        swapped.probeFold(SEED).train().read(3, second);
        assertThat(second).isEqualTo(first);
        assertThat(labels(swapped.trainSamples())[3]).isEqualTo(1 - labels(TASK.trainSamples())[3]);
    }

    @Test
    void anImageIsTheSameInEverySelection() {
        try (NDManager manager = NDManager.newBaseManager()) {
            TransferFold all = TASK.transferFold(manager, SEED);
            TransferFold some = TASK.testing(8, 3).transferFold(manager, new Seed(2));

            assertThat(pixels(some.test(), 0)).isEqualTo(pixels(all.test(), 8));
            assertThat(pixels(some.test(), 1)).isEqualTo(pixels(all.test(), 3));
            assertThat(pixels(all.test(), 8)).isNotEqualTo(pixels(all.test(), 3));
        }
        assertThat(TASK.testing(8, 3).testLabels())
                .containsExactly(TASK.testLabels()[8], TASK.testLabels()[3]);
    }

    @Test
    void positiveImagesHaveABrightDisc() {
        ImageSet images;
        try (NDManager manager = NDManager.newBaseManager()) {
            images = TASK.transferFold(manager, SEED).test();
        }
        for (int i = 0; i < images.size(); i++) {
            byte[] pixels = pixels(images, i);
            long bright =
                    IntStream.range(0, pixels.length)
                            .filter(pixel -> (pixels[pixel] & 0xff) >= 150)
                            .count();
            if (TASK.testLabels()[i]) {
                assertThat(bright).isBetween(40L, 60L);
            } else {
                assertThat(bright).isZero();
            }
        }
    }

    private static byte[] pixels(ImageSet images, int index) {
        byte[] pixels = new byte[images.imageSize() * images.imageSize()];
        images.read(index, pixels);
        return pixels;
    }

    private static int[] labels(List<Sample> samples) {
        return samples.stream().mapToInt(sample -> sample.label().orElseThrow()).toArray();
    }

    private static double mean(double[] values, boolean[] labels, boolean label) {
        return IntStream.range(0, values.length)
                .filter(i -> labels[i] == label)
                .mapToDouble(i -> values[i])
                .average()
                .orElseThrow();
    }
}
