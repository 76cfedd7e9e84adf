/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.loss;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.modan.nn.golden.Golden;
import org.modan.spi.Targets;

@Tag("golden")
class ContrastiveGoldenTest {

    /** Of the loss relative to itself, of gradients relative to the largest of them. */
    private static final Map<DataType, Double> TOLERANCES =
            Map.of(DataType.FLOAT32, 1e-5, DataType.FLOAT64, 1e-10);

    @TestFactory
    Stream<DynamicTest> lossesAndGradientsArePyTorchs() {
        List<JsonElement> cases = Golden.json("losses.json").getAsJsonArray("cases").asList();
        assertThat(cases).isNotEmpty();
        return cases.stream()
                .map(JsonElement::getAsJsonObject)
                .flatMap(c -> TOLERANCES.keySet().stream().map(type -> test(c, type)));
    }

    private static DynamicTest test(JsonObject golden, DataType type) {
        String name =
                "%s of %s images in %s: %s"
                        .formatted(
                                golden.get("kind").getAsString(),
                                golden.get("images"),
                                type,
                                golden.get("note").getAsString());
        return DynamicTest.dynamicTest(name, () -> check(golden, type));
    }

    private static void check(JsonObject golden, DataType type) {
        try (NDManager manager = NDManager.newBaseManager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray views = array(golden, "views", manager).toType(type, false);
            views.setRequiresGradient(true);

            NDArray loss = loss(golden).of(views, targets(golden, manager));
            collector.backward(loss);

            assertThat(loss.getDataType()).isEqualTo(type);
            assertThat(Golden.difference(loss, Golden.numbers(golden.get("loss"))))
                    .as("loss")
                    .isLessThan(TOLERANCES.get(type));
            assertThat(Golden.difference(views.getGradient(), Golden.numbers(golden.get("grad"))))
                    .as("gradients")
                    .isLessThan(TOLERANCES.get(type));
        }
    }

    private static Loss loss(JsonObject golden) {
        double temperature = golden.get("temperature").getAsDouble();
        String kind = golden.get("kind").getAsString();
        return switch (kind) {
            case "ntxent" -> new NtXentLoss(temperature);
            case "supcon" -> new SupConLoss(temperature);
            case "mulsupcon" ->
                    new MulSupConLoss(temperature, golden.get("threshold").getAsDouble());
            default -> throw new IllegalArgumentException("no loss of kind " + kind);
        };
    }

    private static Targets targets(JsonObject golden, NDManager manager) {
        int images = golden.get("images").getAsInt();
        NDArray metadata =
                golden.has("labels")
                        ? array(golden, "labels", manager).toType(DataType.FLOAT32, false)
                        : manager.zeros(new Shape(images, 1));
        NDArray classes =
                golden.has("classes")
                        ? array(golden, "classes", manager).toType(DataType.INT64, false)
                        : manager.full(new Shape(images), -1).toType(DataType.INT64, false);
        return Targets.of(metadata, classes);
    }

    private static NDArray array(JsonObject golden, String name, NDManager manager) {
        JsonElement numbers = golden.get(name);
        return manager.create(Golden.numbers(numbers), new Shape(Golden.shape(numbers)));
    }
}
