/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.modan.nn.golden.FormulaWeights;
import org.modan.nn.golden.Golden;
import org.modan.spi.MemoryLayout;
import org.modan.spi.Mode;
import org.modan.spi.Parameter;

@Tag("golden")
class ResNetGoldenTest {

    /** How far each precision may be from the golden float64, as shares of the largest number. */
    private enum Precision {
        // Rounding flips the sign of some activations near zero, and a gradient with it: PyTorch's
        // own float32 gradient norms are up to 2e-3 from its float64 ones on these very cases.
        FLOAT32(DataType.FLOAT32, 1e-5, 2e-2, 1e-5),
        // DJL takes the constants of batch normalisation in float32.
        FLOAT64(DataType.FLOAT64, 1e-9, 1e-8, 1e-6);

        private final DataType type;
        private final double features;
        private final double gradients;
        private final double buffers;

        Precision(DataType type, double features, double gradients, double buffers) {
            this.type = type;
            this.features = features;
            this.gradients = gradients;
            this.buffers = buffers;
        }
    }

    private final JsonObject golden = Golden.json("resnet18.json");

    @Test
    void hasTorchvisionsNamesShapesAndOrder() {
        List<String> expected = new ArrayList<>();
        for (JsonElement entry : golden.getAsJsonArray("names")) {
            long[] sizes =
                    entry.getAsJsonArray().get(1).getAsJsonArray().asList().stream()
                            .mapToLong(JsonElement::getAsLong)
                            .toArray();
            expected.add(entry.getAsJsonArray().get(0).getAsString() + " " + new Shape(sizes));
        }

        List<String> actual = new ArrayList<>();
        ResNet.create("resnet18", Stem.THREE_BY_THREE, 1)
                .parameters()
                .forEach((name, parameter) -> actual.add(name + " " + parameter.shape()));

        assertThat(actual).hasSize(120).isEqualTo(expected);
    }

    @TestFactory
    Stream<DynamicTest> computesWhatPyTorchComputes() {
        List<JsonElement> cases = golden.getAsJsonArray("cases").asList();
        assertThat(cases).isNotEmpty();
        return cases.stream()
                .map(JsonElement::getAsJsonObject)
                .flatMap(
                        c ->
                                Stream.of(Precision.values())
                                        .flatMap(
                                                precision ->
                                                        Stream.of(MemoryLayout.values())
                                                                .map(l -> test(c, precision, l))));
    }

    private DynamicTest test(JsonObject expected, Precision precision, MemoryLayout layout) {
        String name =
                "stem %s, %s channels, batch %s of %s pixels, %s, %s"
                        .formatted(
                                expected.get("stem").getAsString(),
                                expected.get("channels"),
                                expected.get("batch"),
                                expected.get("size"),
                                precision,
                                layout);
        return DynamicTest.dynamicTest(name, () -> check(expected, precision, layout));
    }

    private void check(JsonObject expected, Precision precision, MemoryLayout layout) {
        int channels = expected.get("channels").getAsInt();
        int size = expected.get("size").getAsInt();
        Stem stem = Stem.of(expected.get("stem").getAsString());
        ResNet encoder = ResNet.create("resnet18", stem, channels);
        Parameters.layOut(encoder, layout);
        FormulaWeights weights = new FormulaWeights(golden.get("seed").getAsLong(), precision.type);
        try (NDManager manager = NDManager.newBaseManager()) {
            weights.fill(encoder, manager);
            NDArray input =
                    weights.input(
                            new Shape(expected.get("batch").getAsInt(), channels, size, size),
                            manager);

            NDArray features = encoder.forward(input, Mode.EVALUATE);
            assertThat(Golden.difference(features, numbers(expected, "eval_features")))
                    .as("features in evaluation")
                    .isLessThan(precision.features);
            train(encoder, input, expected, precision);
            checkGradients(encoder.parameters(), expected, precision);
            checkBuffers(
                    encoder.parameters(), expected.getAsJsonObject("running_after"), precision);
        }
    }

    private static void train(
            ResNet encoder, NDArray input, JsonObject expected, Precision precision) {
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray features = encoder.forward(input, Mode.TRAIN);
            assertThat(Golden.difference(features, numbers(expected, "train_features")))
                    .as("features in training")
                    .isLessThan(precision.features);
            NDArray loss = features.square().mean();
            assertThat(Golden.difference(loss, numbers(expected, "loss")))
                    .as("loss")
                    .isLessThan(precision.features);
            collector.backward(loss);
        }
    }

    private static void checkGradients(
            Map<String, Parameter> parameters, JsonObject expected, Precision precision) {
        JsonObject norms = expected.getAsJsonObject("grad_norm");
        assertThat(norms.size()).isEqualTo(60);
        for (Map.Entry<String, JsonElement> norm : norms.entrySet()) {
            NDArray gradient = parameters.get(norm.getKey()).array().getGradient();
            assertThat(Golden.difference(gradient.norm(), Golden.numbers(norm.getValue())))
                    .as("gradient norm of %s", norm.getKey())
                    .isLessThan(precision.gradients);
        }
        double[] first = numbers(expected, "grad_conv1");
        NDArray gradient = parameters.get("conv1.weight").array().getGradient();
        assertThat(Golden.difference(gradient.flatten().get(":" + first.length), first))
                .as("first gradients of conv1.weight")
                .isLessThan(precision.gradients);
    }

    /** Golden are each buffer's norm and first element. */
    private static void checkBuffers(
            Map<String, Parameter> parameters, JsonObject expected, Precision precision) {
        assertThat(expected.size()).isEqualTo(40);
        for (Map.Entry<String, JsonElement> entry : expected.entrySet()) {
            double[] normAndFirst = Golden.numbers(entry.getValue());
            NDArray buffer = parameters.get(entry.getKey()).array();
            assertThat(Golden.difference(buffer.norm(), new double[] {normAndFirst[0]}))
                    .as("norm of %s", entry.getKey())
                    .isLessThan(precision.buffers);
            double typical = normAndFirst[0] / Math.sqrt(buffer.size());
            double first = buffer.get(":1").toType(DataType.FLOAT64, false).getDouble();
            assertThat((first - normAndFirst[1]) / typical)
                    .as("first element of %s", entry.getKey())
                    .isCloseTo(0, within(precision.buffers));
        }
        assertThat(parameters.get("layer4.1.bn2.num_batches_tracked").array().getLong())
                .as("batches seen, of which evaluation counts none")
                .isEqualTo(1);
    }

    private static double[] numbers(JsonObject expected, String name) {
        return Golden.numbers(expected.get(name));
    }
}
