/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.modan.nn.layer.Scalars;
import org.modan.spi.Layer;
import org.modan.spi.Mode;
import org.modan.spi.Parameter;

class LossMemoryContractTest {

    private static final String OPEN = "its loss leaves no native array open";
    private static final String GARBAGE =
            "a garbage collection before the gradient changes nothing";

    private final List<AutoCloseable> leaked = new ArrayList<>();

    @AfterEach
    void closeWhatWasLeaked() throws Exception {
        for (AutoCloseable one : leaked) {
            one.close();
        }
    }

    @Test
    void aLossLeavesNothingOpen() {
        String message =
                new TestObjective()
                        .loss(
                                (outputs, targets) -> {
                                    NDArray kept = outputs.mul(outputs);
                                    NDScope.unregister(kept);
                                    leaked.add(kept);
                                    return kept.sum();
                                })
                        .verdicts()
                        .violation(OPEN);

        assertThat(message)
                .isEqualTo(
                        "one call of loss(outputs, targets) left 1 native array open that nothing closes ((10, 5) float32): memory fills up step by step; make arrays with outputs.getManager() on the thread of the call; the host closes those");
    }

    @Test
    void aLossClosesManagersOfItsOwn() {
        String message =
                new TestObjective()
                        .loss(
                                (outputs, targets) -> {
                                    NDManager own = NDManager.newBaseManager();
                                    leaked.add(own);
                                    for (int i = 1; i <= 4; i++) {
                                        NDScope.unregister(own.zeros(new Shape(i)));
                                    }
                                    return outputs.square().sum();
                                })
                        .verdicts()
                        .violation(OPEN);

        assertThat(message)
                .startsWith(
                        "one call of loss(outputs, targets) left 4 native arrays open that nothing closes ((1) float32, (2) float32, (3) float32, ...)");
    }

    @Test
    void aPlainNumberInALossIsFreedBeforeItsGradient() {
        assertThat(
                        new TestObjective()
                                .loss((outputs, targets) -> outputs.square().mul(0.3).sum())
                                .verdicts()
                                .violation(GARBAGE))
                .isEqualTo(
                        "the gradient in features is another where garbage is collected between the loss and its gradient; DJL keeps a plain number, as in x.mul(2) and x.div(0.07), in memory that Java frees: write x.mul(Scalars.like(x, 2)), with org.modan.nn.layer.Scalars");
    }

    @Test
    void aPlainNumberInAHeadIsFreedBeforeItsGradient() {
        assertThat(new TestObjective().head(features -> new Halved()).verdicts().violation(GARBAGE))
                .startsWith("the gradient in features is another where garbage is collected");
    }

    @Test
    void aNumberInTheEnginesMemoryStays() {
        assertThat(
                        new TestObjective()
                                .loss(
                                        (outputs, targets) ->
                                                outputs.square()
                                                        .mul(Scalars.like(outputs, 0.3))
                                                        .sum())
                                .verdicts()
                                .violated())
                .isEmpty();
    }

    /** A head that divides by a plain number. */
    private record Halved() implements Layer {

        @Override
        public Map<String, Parameter> parameters() {
            return Map.of();
        }

        @Override
        public NDArray forward(NDArray input, Mode mode) {
            return input.div(2);
        }
    }
}
