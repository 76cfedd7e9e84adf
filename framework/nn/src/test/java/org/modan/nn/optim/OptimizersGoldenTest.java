/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.modan.nn.golden.Golden;
import org.modan.nn.layer.Initializers;
import org.modan.spi.OptimizerSpec;
import org.modan.spi.Parameter;
import org.modan.spi.ScheduleSpec;

@Tag("golden")
class OptimizersGoldenTest {

    private static final double RATES = 1e-12;
    private static final Map<DataType, Double> TOLERANCES =
            Map.of(DataType.FLOAT32, 1e-6, DataType.FLOAT64, 1e-12);

    private record Setting(OptimizerSpec optimizer, ScheduleSpec schedule) {}

    private final Map<String, Setting> settings =
            Map.of(
                    "sgd lr=0.05 momentum=0.9 weight_decay=1e-4",
                    new Setting(
                            OptimizerSpec.sgd(0.05).withMomentum(0.9).withWeightDecay(1e-4),
                            ScheduleSpec.constant()),
                    "sgd lr=0.05 momentum=0.9 nesterov",
                    new Setting(
                            OptimizerSpec.sgd(0.05).withMomentum(0.9).withNesterov(true),
                            ScheduleSpec.constant()),
                    "adam defaults lr=1e-3",
                    new Setting(OptimizerSpec.adam(1e-3), ScheduleSpec.constant()),
                    "adam lr=1e-4 StepLR(5,0.1)",
                    new Setting(OptimizerSpec.adam(1e-4), ScheduleSpec.step(5, 0.1)),
                    "sgd lr=0.05 cosine T_max=12",
                    new Setting(OptimizerSpec.sgd(0.05).withMomentum(0.9), ScheduleSpec.cosine()));

    @TestFactory
    Stream<DynamicTest> stepsLikePyTorch() {
        JsonObject cases = Golden.json("optimizers.json").getAsJsonObject("cases");
        assertThat(cases.keySet()).isEqualTo(settings.keySet());
        return cases.entrySet().stream()
                .flatMap(
                        entry ->
                                TOLERANCES.keySet().stream()
                                        .map(type -> test(entry.getKey(), entry.getValue(), type)));
    }

    private DynamicTest test(String name, JsonElement golden, DataType type) {
        return DynamicTest.dynamicTest(
                name + " in " + type,
                () -> check(settings.get(name), golden.getAsJsonObject(), type));
    }

    private static void check(Setting setting, JsonObject golden, DataType type) {
        JsonArray gradients = golden.getAsJsonArray("gradients");
        double[] rates = Golden.numbers(golden.get("lr"));
        LearningRateSchedule schedule =
                LearningRateSchedule.of(
                        setting.schedule(), setting.optimizer().learningRate(), gradients.size());
        try (NDManager manager = NDManager.newBaseManager()) {
            Map<String, Parameter> leaves = leaves(golden.getAsJsonArray("initial"), type, manager);
            Optimizer optimizer = Optimizers.create(setting.optimizer(), leaves, manager);
            for (int step = 0; step < gradients.size(); step++) {
                assertThat(schedule.rate(step) / rates[step]).isCloseTo(1, within(RATES));
                optimizer.zeroGradients();
                giveGradients(leaves, gradients.get(step).getAsJsonArray(), manager);
                optimizer.step(schedule.rate(step));
                assertParameters(leaves, golden.getAsJsonArray("parameters").get(step), step);
            }
        }
    }

    private static Map<String, Parameter> leaves(
            JsonArray initial, DataType type, NDManager manager) {
        Map<String, Parameter> leaves = new LinkedHashMap<>();
        List<JsonElement> values = initial.asList();
        for (int i = 0; i < values.size(); i++) {
            Shape shape = new Shape(Golden.shape(values.get(i)));
            Parameter leaf = Parameter.weight(shape, Initializers.constant((int) shape.size(), 0));
            NDArray start =
                    manager.create(Golden.numbers(values.get(i)), shape).toType(type, false);
            start.setRequiresGradient(true);
            leaf.bind(start);
            leaves.put("p" + i, leaf);
        }
        return leaves;
    }

    /** The gradient of {@code sum(g * w)} is {@code g}. */
    private static void giveGradients(
            Map<String, Parameter> leaves, JsonArray gradients, NDManager manager) {
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray sum = manager.create(0.0);
            int i = 0;
            for (Parameter leaf : leaves.values()) {
                NDArray gradient = manager.create(Golden.numbers(gradients.get(i++)), leaf.shape());
                sum = sum.add(leaf.array().mul(gradient).sum());
            }
            collector.backward(sum);
        }
    }

    private static void assertParameters(
            Map<String, Parameter> leaves, JsonElement golden, int step) {
        int i = 0;
        for (Map.Entry<String, Parameter> leaf : leaves.entrySet()) {
            NDArray actual = leaf.getValue().array();
            double[] expected = Golden.numbers(golden.getAsJsonArray().get(i++));
            assertThat(actual.toType(DataType.FLOAT64, false).toDoubleArray())
                    .as("%s after step %d", leaf.getKey(), step)
                    .containsExactly(expected, within(TOLERANCES.get(actual.getDataType())));
        }
    }
}
