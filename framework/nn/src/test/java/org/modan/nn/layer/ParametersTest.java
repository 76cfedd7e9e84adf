/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.modan.nn.internal.weights.Weights;
import org.modan.spi.Layer;
import org.modan.spi.Parameter;
import org.modan.spi.Seed;

class ParametersTest {

    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void sameSeedGivesTheSameValuesAndAnotherOthers() {
        assertThat(digest(new Seed(3))).isEqualTo(digest(new Seed(3)));
        assertThat(digest(new Seed(3))).isNotEqualTo(digest(new Seed(4)));
    }

    @Test
    void valuesDependOnTheNameButNotOnTheOtherParameters() {
        Layer alone = Sequential.of(new Linear(3, 3));
        Layer among = Sequential.of(new Linear(3, 3), new Linear(3, 3));
        Parameters.initialise(alone, manager, new Seed(5));
        Parameters.initialise(among, manager, new Seed(5));

        float[] first = values(among, "0.weight");
        assertThat(first).isEqualTo(values(alone, "0.weight"));
        assertThat(first).isNotEqualTo(values(among, "1.weight"));
    }

    @Test
    void onlyWeightsAreTrained() {
        Layer layer = new BatchNorm2d(2);
        Parameters.initialise(layer, manager, new Seed(1));

        assertThat(Parameters.trainable(layer).keySet()).containsExactly("weight", "bias");
        layer.parameters()
                .values()
                .forEach(p -> assertThat(p.array().hasGradient()).isEqualTo(p.trainable()));
        assertThat(layer.parameters().get("num_batches_tracked").array().getDataType())
                .isEqualTo(DataType.INT64);
        assertThat(values(layer, "running_var")).containsExactly(1, 1);
    }

    @Test
    void valuesOutliveTheScopeTheyWereMadeIn() {
        Layer layer = new Linear(2, 2);
        try (NDScope scope = new NDScope()) {
            Parameters.initialise(layer, manager, new Seed(1));
        }

        assertThat(values(layer, "weight")).hasSize(4);
        assertThat(manager.getManagedArrays()).hasSize(2);
    }

    @Test
    void newStorageReplacesTheOldOne() {
        Layer layer = new Linear(1, 1);
        Parameters.initialise(layer, manager, new Seed(1));
        Parameter weight = layer.parameters().get("weight");
        NDArray old = weight.array();

        Parameters.bind(weight, FloatBuffer.wrap(new float[] {-0f}), manager);

        assertThat(weight.array().toFloatArray()).containsExactly(-0f);
        assertThat(weight.array().hasGradient()).isTrue();
        assertThat(old.isReleased()).isTrue();
        assertThat(manager.getManagedArrays()).hasSize(2);
    }

    @Test
    void heNormalHasTheVarianceOfItsFormula() {
        float[] values = Initializers.heNormalFanOut(100_000, 50).apply(new SplittableRandom(1));

        // The standard error of a variance is sqrt(2 / n) of it: four of them.
        assertThat(mean(values, 1)).isCloseTo(0, within(4 * Math.sqrt(2.0 / 50 / 100_000)));
        assertThat(mean(values, 2)).isCloseTo(2.0 / 50, within(4 * 2.0 / 50 * 0.0045));
    }

    @Test
    void uniformFillsItsRangeEvenly() {
        float[] values = Initializers.uniformFanIn(100_000, 25).apply(new SplittableRandom(1));
        float[] sorted = values.clone();
        Arrays.sort(sorted);

        assertThat(sorted[0]).isBetween(-0.2f, -0.199f);
        assertThat(sorted[sorted.length - 1]).isBetween(0.199f, 0.2f);
        assertThat(mean(values, 2)).isCloseTo(0.2 * 0.2 / 3, within(3e-4));
    }

    private String digest(Seed seed) {
        Layer layer = Residual.basic(2, 3, 2);
        Parameters.initialise(layer, manager, seed);
        return Weights.of(layer).digest();
    }

    private static float[] values(Layer layer, String name) {
        return layer.parameters().get(name).array().toFloatArray();
    }

    private static double mean(float[] values, int power) {
        double sum = 0;
        for (float value : values) {
            sum += Math.pow(value, power);
        }
        return sum / values.length;
    }
}
