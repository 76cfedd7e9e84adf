/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modan.nn.internal.weights.Weights;
import org.modan.spi.Encoder;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.Mode;
import org.modan.spi.Parameter;
import org.modan.spi.Seed;

class ResNetTest {

    /** Torchvision's counts without the 513,000 of its classifier. */
    @ParameterizedTest
    @CsvSource({"resnet18, 11176512", "resnet34, 21284672", "resnet50, 23508032"})
    void hasAsManyWeightsAsTorchvisions(String name, long expected) {
        ResNet encoder = ResNet.create(name, Stem.SEVEN_BY_SEVEN, 3);

        long weights =
                Parameters.trainable(encoder).values().stream()
                        .map(Parameter::shape)
                        .mapToLong(Shape::size)
                        .sum();

        assertThat(weights).isEqualTo(expected);
    }

    @Test
    void namesTheLastBlockOfResNet34AsTorchvisionDoes() {
        assertThat(ResNet.create("resnet34", Stem.THREE_BY_THREE, 1).parameters())
                .hasSize(216)
                .containsKeys("layer3.5.conv2.weight", "layer4.2.bn2.num_batches_tracked")
                .doesNotContainKeys("fc.weight", "layer1.0.downsample.0.weight");
    }

    @ParameterizedTest
    @ValueSource(strings = {"resnet18", "resnet34", "resnet50"})
    void saysWhichWeightsAreOfBatchNormalisations(String name) {
        ResNet encoder = ResNet.create(name, Stem.SEVEN_BY_SEVEN, 3);

        assertThat(encoder.parameters())
                .allSatisfy(
                        (key, parameter) ->
                                assertThat(parameter.isNormalisation())
                                        .as(key)
                                        .isEqualTo(
                                                key.matches(
                                                        ".*(bn\\d|downsample\\.1)\\.(weight|bias)")));
        assertThat(encoder.parameters().values()).anyMatch(Parameter::isNormalisation);
    }

    @ParameterizedTest
    @EnumSource(Stem.class)
    void turnsImagesIntoFeaturesAndLetsEverythingElseGo(Stem stem) {
        ResNet encoder = ResNet.create("resnet18", stem, 3);
        try (NDManager manager = NDManager.newBaseManager()) {
            Parameters.initialise(encoder, manager, new Seed(1));
            NDArray images = manager.ones(new Shape(2, 3, 32, 32));
            int before = manager.getManagedArrays().size();

            NDArray features = encoder.forward(images, Mode.EVALUATE);

            assertThat(features.getShape()).isEqualTo(new Shape(2, encoder.features()));
            assertThat(encoder.channels()).isEqualTo(3);
            assertThat(manager.getManagedArrays()).hasSize(before + 1);
        }
    }

    @Test
    void evaluationLeavesEveryByteAsItWas() {
        Encoder encoder = ResNet.create("resnet18", Stem.THREE_BY_THREE, 1);
        try (NDManager manager = NDManager.newBaseManager()) {
            Parameters.initialise(encoder, manager, new Seed(1));
            NDArray images = manager.ones(new Shape(2, 1, 16, 16));
            String before = Weights.of(encoder).digest();

            encoder.forward(images, Mode.EVALUATE);
            assertThat(Weights.of(encoder).digest()).isEqualTo(before);

            encoder.forward(images, Mode.TRAIN);
            assertThat(Weights.of(encoder).digest()).isNotEqualTo(before);
        }
    }

    @Test
    void unknownEncoderIsAnsweredWithThoseThereAre() {
        assertThatThrownBy(() -> ResNet.create("resnet19", Stem.THREE_BY_THREE, 1))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        "encoder: unknown encoder 'resnet19'; set encoder.name to one of resnet18, resnet34, resnet50")
                .extracting("code")
                .isEqualTo(ErrorCode.CONFIGURATION);
    }

    @Test
    void imagesWithoutChannelsAreRefused() {
        assertThatThrownBy(() -> ResNet.create("resnet18", Stem.THREE_BY_THREE, 0))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        "encoder: 0 channels; set encoder.channels to 1 for grey or 3 for colour images");
    }

    @Test
    void unknownStemIsAnsweredWithThoseThereAre() {
        assertThat(Stem.of("7x7s2")).isEqualTo(Stem.SEVEN_BY_SEVEN);
        assertThatThrownBy(() -> Stem.of("5x5"))
                .isInstanceOf(ModanException.class)
                .hasMessage("encoder: unknown stem '5x5'; set encoder.stem to one of 3x3s1, 7x7s2");
    }
}
