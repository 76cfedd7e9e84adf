/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.modan.contract.phantom.InMemoryImageSet;
import org.modan.nn.layer.Parameters;
import org.modan.nn.layer.ResNet;
import org.modan.nn.layer.Stem;
import org.modan.nn.train.Inference;
import org.modan.nn.train.Prefetch;
import org.modan.spi.Encoder;
import org.modan.spi.ErrorCode;
import org.modan.spi.ImageSet;
import org.modan.spi.ModanException;
import org.modan.spi.Mode;
import org.modan.spi.Parameter;
import org.modan.spi.Sample;
import org.modan.spi.Seed;

class FrozenEncoderTest {

    private static final int IMAGES = 70;

    @Test
    void givesTheEncodersOutputsInOneBlockAndTellsHowFarItIs() {
        try (NDManager manager = NDManager.newBaseManager()) {
            Encoder encoder = encoder(manager);
            float[][] expected =
                    new Inference(manager, 64, Prefetch.standard()).outputs(encoder, images());
            List<Integer> told = new ArrayList<>();

            float[] features = new FrozenEncoder(encoder, manager).features(images(), told::add);

            assertThat(features).hasSize(IMAGES * 512);
            for (int i = 0; i < IMAGES; i++) {
                assertThat(Arrays.copyOfRange(features, i * 512, (i + 1) * 512))
                        .isEqualTo(expected[i]);
            }
            assertThat(told).containsExactly(64, IMAGES);
        }
    }

    @Test
    void refusesAnEncoderThatLearnsItsStatisticsOnTheWay() {
        try (NDManager manager = NDManager.newBaseManager()) {
            Encoder restless = new Restless(encoder(manager));

            assertThatThrownBy(
                            () ->
                                    new FrozenEncoder(restless, manager)
                                            .features(images(), done -> {}))
                    .isInstanceOf(ModanException.class)
                    .hasMessage(
                            "the encoder changed while its features were computed: it is not frozen, and they are of no use")
                    .extracting("code")
                    .isEqualTo(ErrorCode.TRAINING);
        }
    }

    @Test
    void refusesFeaturesThatAreNoNumbersAndNamesTheImage() {
        try (NDManager manager = NDManager.newBaseManager()) {
            Encoder encoder = encoder(manager);
            encoder.parameters().get("bn1.bias").array().set(new float[64]);
            encoder.parameters().get("bn1.bias").array().subi(Float.POSITIVE_INFINITY);
            encoder.parameters().get("bn1.weight").array().muli(Float.NaN);

            assertThatThrownBy(
                            () ->
                                    new FrozenEncoder(encoder, manager)
                                            .features(images(), done -> {}))
                    .hasMessageStartingWith("the encoder gives NaN as a feature of image-0;");
        }
    }

    private static Encoder encoder(NDManager manager) {
        Encoder encoder = ResNet.create("resnet18", Stem.THREE_BY_THREE, 1);
        Parameters.initialise(encoder, manager, new Seed(5));
        return encoder;
    }

    private static ImageSet images() {
        List<Sample> samples =
                IntStream.range(0, IMAGES)
                        .mapToObj(i -> Sample.withId("image-" + i).build())
                        .toList();
        return InMemoryImageSet.generate(
                samples, 1, 8, (index, channel, row, column) -> 3 * index + row * column);
    }

    /** Runs as in training, whatever it is asked for. */
    private record Restless(Encoder encoder) implements Encoder {
        @Override
        public int features() {
            return encoder.features();
        }

        @Override
        public int channels() {
            return encoder.channels();
        }

        @Override
        public Map<String, Parameter> parameters() {
            return encoder.parameters();
        }

        @Override
        public NDArray forward(NDArray input, Mode mode) {
            return encoder.forward(input, Mode.TRAIN);
        }
    }
}
