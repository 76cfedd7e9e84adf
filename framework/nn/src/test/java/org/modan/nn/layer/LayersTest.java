/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.modan.spi.Layer;
import org.modan.spi.ModanException;
import org.modan.spi.Mode;
import org.modan.spi.Seed;

class LayersTest {

    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void convolutionSumsEachWindow() {
        Conv2d convolution = new Conv2d(1, 1, 3, 1, 1);
        give(convolution, "weight", 0, 0, 0, 0, 1, 2, 0, 0, 0);

        NDArray output =
                convolution.forward(
                        manager.create(new float[] {1, 2, 3, 4}, new Shape(1, 1, 2, 2)),
                        Mode.TRAIN);

        assertThat(output.toFloatArray()).containsExactly(1 + 2 * 2, 2, 3 + 2 * 4, 4);
        assertThat(output.getShape()).isEqualTo(new Shape(1, 1, 2, 2));
    }

    @Test
    void strideRoundsDown() {
        Conv2d convolution = new Conv2d(1, 1, 3, 2, 1);
        Parameters.initialise(convolution, manager, new Seed(1));

        NDArray output = convolution.forward(manager.ones(new Shape(1, 1, 7, 8)), Mode.TRAIN);

        assertThat(output.getShape()).isEqualTo(new Shape(1, 1, 4, 4));
    }

    @Test
    void batchNormalisationUsesTheBatchAndLearnsItsUnbiasedVariance() {
        BatchNorm2d normalisation = new BatchNorm2d(1);
        Parameters.initialise(normalisation, manager, new Seed(1));
        NDArray input = manager.create(new float[] {1, 2, 3, 4}, new Shape(2, 1, 1, 2));

        NDArray output = normalisation.forward(input, Mode.TRAIN);

        // Mean 5/2, biased variance 5/4, unbiased 5/3.
        float unit = (float) (0.5 / Math.sqrt(1.25 + 1e-5));
        assertThat(output.toFloatArray())
                .containsExactly(new float[] {-3 * unit, -unit, unit, 3 * unit}, within(1e-6f));
        assertThat(value(normalisation, "running_mean")).isCloseTo(0.25f, within(1e-6f));
        assertThat(value(normalisation, "running_var"))
                .isCloseTo(0.9f + 0.1f * 5 / 3, within(1e-6f));
        assertThat(normalisation.parameters().get("num_batches_tracked").array().getLong())
                .isEqualTo(1);
    }

    @Test
    void batchNormalisationEvaluatesWithWhatItLearned() {
        BatchNorm2d normalisation = new BatchNorm2d(1);
        Parameters.initialise(normalisation, manager, new Seed(1));
        give(normalisation, "running_mean", 2);
        give(normalisation, "running_var", 4);
        give(normalisation, "weight", 3);
        give(normalisation, "bias", 1);

        NDArray output =
                normalisation.forward(
                        manager.create(new float[] {6}, new Shape(1, 1, 1, 1)), Mode.EVALUATE);

        assertThat(output.toFloatArray()[0]).isCloseTo(3 * (6 - 2) / 2f + 1, within(1e-4f));
        assertThat(value(normalisation, "running_mean")).isEqualTo(2);
        assertThat(normalisation.parameters().get("num_batches_tracked").array().getLong())
                .isZero();
    }

    @Test
    void batchNormalisationRefusesToTrainOnASingleValue() {
        BatchNorm2d normalisation = new BatchNorm2d(2);
        Parameters.initialise(normalisation, manager, new Seed(1));
        NDArray single = manager.ones(new Shape(1, 2, 1, 1));

        assertThatThrownBy(() -> normalisation.forward(single, Mode.TRAIN))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        "batch normalisation cannot train on one value per channel (it was given (1, 2, 1, 1)): use a larger batch-size, micro-batch or image-size");
        assertThat(normalisation.parameters().get("num_batches_tracked").array().getLong())
                .isZero();
    }

    @Test
    void linearMultipliesByTheTransposedWeight() {
        Linear linear = new Linear(2, 1);
        give(linear, "weight", 2, 3);
        give(linear, "bias", 10);

        NDArray output = linear.forward(manager.create(new float[][] {{1, 1}, {0, 2}}), Mode.TRAIN);

        assertThat(output.getShape()).isEqualTo(new Shape(2, 1));
        assertThat(output.toFloatArray()).containsExactly(15, 16);
    }

    @Test
    void maxPoolKeepsTheLargestOfEachWindow() {
        NDArray output =
                new MaxPool(3, 2, 1)
                        .forward(
                                manager.create(
                                        new float[] {1, 2, 3, 4, 5, 6, 7, 8, -9},
                                        new Shape(1, 1, 3, 3)),
                                Mode.TRAIN);

        assertThat(output.toFloatArray()).containsExactly(5, 6, 8, 8);
    }

    @Test
    void sequentialNamesByPositionAndSkipsWhatHasNoParameters() {
        Layer head = ProjectionHead.create(4, 2);

        assertThat(head.parameters().keySet())
                .containsExactly("0.weight", "0.bias", "2.weight", "2.bias");
        assertThat(head.parameters().get("0.weight").shape()).isEqualTo(new Shape(4, 4));
        assertThat(head.parameters().get("2.weight").shape()).isEqualTo(new Shape(2, 4));
    }

    @Test
    void projectionHeadIsNotNormalised() {
        Layer head = ProjectionHead.create(2, 1);
        give(head, "0.weight", 1, 0, 0, 1);
        give(head, "0.bias", 0, 0);
        give(head, "2.weight", 2, 5);
        give(head, "2.bias", 1);

        NDArray output = head.forward(manager.create(new float[][] {{3, -7}}), Mode.TRAIN);

        assertThat(output.toFloatArray()).containsExactly(2 * 3 + 1);
    }

    @Test
    void sequentialOfNothingGivesItsInput() {
        NDArray input = manager.create(1f);

        assertThat(Sequential.of().forward(input, Mode.TRAIN)).isSameAs(input);
    }

    @Test
    void blockAddsItsInputAndProjectsItOnlyWhereTheSizeChanges() {
        Residual same = Residual.basic(1, 1, 1);
        Parameters.initialise(same, manager, new Seed(1));
        give(same, "bn2.weight", 0);
        NDArray input = manager.create(new float[] {1, -2, 3, 4}, new Shape(1, 1, 2, 2));

        NDArray output = same.forward(input, Mode.EVALUATE);

        assertThat(output.toFloatArray()).containsExactly(1, 0, 3, 4);
        assertThat(input.toFloatArray()).as("still open").hasSize(4);
        assertThat(same.parameters()).doesNotContainKey("downsample.0.weight");
        assertThat(Residual.basic(1, 1, 2).parameters()).containsKey("downsample.0.weight");
        assertThat(Residual.basic(1, 2, 1).parameters()).containsKey("downsample.1.running_var");
    }

    private void give(Layer layer, String name, float... values) {
        Parameters.bind(layer.parameters().get(name), FloatBuffer.wrap(values), manager);
    }

    private static float value(Layer layer, String name) {
        return layer.parameters().get(name).array().toFloatArray()[0];
    }
}
