/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.modan.nn.golden.FormulaWeights;
import org.modan.nn.golden.Golden;
import org.modan.spi.Mode;
import org.modan.spi.Parameter;

@Tag("golden")
class ResNetGoldenTest {

    private static final double FEATURES = 1e-5;
    // Gradients pass twenty normalisations in float32; PyTorch's own differ as much from float64.
    private static final double GRADIENTS = 1e-4;

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
                .map(
                        c ->
                                DynamicTest.dynamicTest(
                                        "stem %s, %s channels, batch %s of %s pixels"
                                                .formatted(
                                                        c.get("stem").getAsString(),
                                                        c.get("channels"),
                                                        c.get("batch"),
                                                        c.get("size")),
                                        () -> check(c)));
    }

    private void check(JsonObject expected) {
        int channels = expected.get("channels").getAsInt();
        int size = expected.get("size").getAsInt();
        ResNet encoder =
                ResNet.create("resnet18", Stem.of(expected.get("stem").getAsString()), channels);
        FormulaWeights weights = new FormulaWeights(golden.get("seed").getAsLong());
        try (NDManager manager = NDManager.newBaseManager()) {
            weights.fill(encoder, manager);
            NDArray input =
                    weights.input(
                            new Shape(expected.get("batch").getAsInt(), channels, size, size),
                            manager);

            assertClose("eval", encoder.forward(input, Mode.EVALUATE), expected, FEATURES);
            train(encoder, input, expected);
            checkGradients(encoder.parameters(), expected);
            checkBuffers(encoder.parameters(), expected.getAsJsonObject("running_after"));
        }
    }

    private static void train(ResNet encoder, NDArray input, JsonObject expected) {
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray features = encoder.forward(input, Mode.TRAIN);
            assertClose("train", features, expected, FEATURES);
            NDArray loss = features.square().mean();
            assertThat(loss.getFloat() / expected.get("loss").getAsDouble())
                    .isCloseTo(1, within(FEATURES));
            collector.backward(loss);
        }
    }

    private static void checkGradients(Map<String, Parameter> parameters, JsonObject expected) {
        JsonObject norms = expected.getAsJsonObject("grad_norm");
        assertThat(norms.size()).isEqualTo(60);
        norms.entrySet()
                .forEach(
                        norm -> {
                            NDArray gradient = parameters.get(norm.getKey()).array().getGradient();
                            double actual = Math.sqrt(gradient.square().sum().getFloat());
                            assertThat(actual / norm.getValue().getAsDouble())
                                    .as("gradient norm of %s", norm.getKey())
                                    .isCloseTo(1, within(GRADIENTS));
                        });
        double[] golden = Golden.numbers(expected.get("grad_conv1"));
        float[] gradient = parameters.get("conv1.weight").array().getGradient().toFloatArray();
        float[] head = Arrays.copyOf(gradient, golden.length);
        assertThat(Golden.difference(head, golden)).as("grad_conv1").isLessThan(GRADIENTS);
    }

    private static void checkBuffers(Map<String, Parameter> parameters, JsonObject expected) {
        assertThat(expected.size()).isEqualTo(40);
        for (Map.Entry<String, JsonElement> entry : expected.entrySet()) {
            double[] golden = Golden.numbers(entry.getValue());
            float[] actual = parameters.get(entry.getKey()).array().toFloatArray();
            assertThat(Golden.difference(Arrays.copyOf(actual, golden.length), golden))
                    .as(entry.getKey())
                    .isLessThan(FEATURES);
        }
        assertThat(parameters.get("layer4.1.bn2.num_batches_tracked").array().getLong())
                .isEqualTo(1);
    }

    private static void assertClose(
            String mode, NDArray features, JsonObject expected, double tolerance) {
        double difference =
                Golden.difference(
                        features.toFloatArray(), Golden.numbers(expected.get(mode + "_features")));
        assertThat(difference).as("features in %s mode", mode).isLessThan(tolerance);
    }
}
