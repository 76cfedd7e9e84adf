/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.modan.spi.Targets;

class CrossEntropyLossTest {

    private final NDManager manager = NDManager.newBaseManager();
    private final Loss loss = new CrossEntropyLoss();

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void knowingNothingCostsTheLogarithmOfTheNumberOfClasses() {
        assertThat(loss.of(manager.zeros(new Shape(3, 165)), classes(0, 7, 164)).getFloat())
                .isCloseTo((float) Math.log(165), within(1e-5f));
    }

    @Test
    void gradientIsProbabilityMinusTruthOverTheRows() {
        NDArray logits = manager.create(new double[][] {{Math.log(1), Math.log(3)}, {0, 0}});
        logits.setRequiresGradient(true);
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray value = loss.of(logits, classes(0, 1));
            collector.backward(value);

            assertThat(value.getDouble()).isCloseTo((Math.log(4) + Math.log(2)) / 2, within(1e-12));
        }
        assertThat(logits.getGradient().toDoubleArray())
                .containsExactly(
                        new double[] {-0.75 / 2, 0.75 / 2, 0.5 / 2, -0.5 / 2}, within(1e-12));
    }

    @Test
    void rowsOfUnknownClassCountForNothing() {
        NDArray logits = manager.create(new double[][] {{5, 1}, {0, 2}, {3, 3}});
        NDArray second = manager.create(new double[][] {{0, 2}});

        assertThat(loss.of(logits, classes(-1, 1, -1)).getDouble())
                .isEqualTo(loss.of(second, classes(1)).getDouble());
        assertThat(loss.of(logits, classes(-1, -1, -1)).getDouble()).isZero();
    }

    @Test
    void viewsOfAnImageHaveItsClass() {
        NDArray logits = manager.create(new double[][] {{5, 1}, {0, 2}, {3, 1}, {4, -1}});

        assertThat(loss.of(logits, classes(0, 1)).getDouble())
                .isEqualTo(loss.of(logits, classes(0, 1, 0, 1)).getDouble());
    }

    @Test
    void hugeLogitsStayFinite() {
        NDArray logits = manager.create(new float[][] {{1e30f, -1e30f}, {-1e4f, 1e4f}});

        assertThat(loss.of(logits, classes(0, 1)).getFloat()).isZero();
    }

    @Test
    void aClassWithoutAnOutputIsRefused() {
        NDArray logits = manager.zeros(new Shape(2, 3));

        assertThatThrownBy(() -> loss.of(logits, classes(0, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("class 3 of 3 outputs: classes count from 0");
    }

    private Targets classes(long... classes) {
        return Targets.of(manager.zeros(new Shape(classes.length, 0)), manager.create(classes));
    }
}
