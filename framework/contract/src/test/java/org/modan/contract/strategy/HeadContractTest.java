/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.modan.nn.layer.Linear;
import org.modan.nn.layer.ProjectionHead;
import org.modan.spi.Layer;
import org.modan.spi.Mode;
import org.modan.spi.Parameter;

class HeadContractTest {

    private static final String FITS = "its head fits encoders of every width";
    private static final String NEW = "every head it makes is a new one";
    private static final String TWICE = "its head gives the same for the same rows twice";
    private static final String LEARNS = "the loss reaches its head's parameters";

    @Test
    void aHeadIsThere() {
        assertThat(new TestObjective().head(features -> null).verdicts().violation(FITS))
                .isEqualTo(
                        "head(48) is null; an objective that needs none gives a layer without parameters that returns its input");
    }

    @Test
    void aHeadTakesEveryWidth() {
        assertThat(
                        new TestObjective()
                                .head(features -> new Linear(24, 8))
                                .verdicts()
                                .violation(FITS))
                .startsWith("head(48) cannot take features of shape (12, 48): ");
    }

    @Test
    void aHeadGivesOneRowAView() {
        assertThat(
                        new TestObjective()
                                .head(features -> layer(input -> input.sum(new int[] {0})))
                                .verdicts()
                                .violation(FITS))
                .isEqualTo(
                        "head(48) maps features of shape (12, 48) to (48); it must give one row a view, (12, k)");
    }

    @Test
    void headsShareNoParameters() {
        Linear shared = new Linear(24, 8);

        assertThat(
                        new TestObjective()
                                .head(features -> features == 24 ? shared : new Linear(features, 8))
                                .verdicts()
                                .violation(NEW))
                .isEqualTo(
                        "two calls of head(24) share the parameter weight; each call must make a head of its own, or one training goes on with another's weights");
    }

    @Test
    void aHeadDrawsNothingAnew() {
        Layer dropout =
                layer(
                        input ->
                                input.mul(
                                        input.getManager()
                                                .randomUniform(0, 1, input.getShape())
                                                .gt(0.5f)
                                                .toType(input.getDataType(), false)));

        assertThat(new TestObjective().head(features -> dropout).verdicts().violation(TWICE))
                .isEqualTo(
                        "the head gives other values for the same rows a second time; with a micro-batch each row goes through twice, so a layer must not draw anew, as dropout does");
    }

    @Test
    void aHeadLearns() {
        assertThat(
                        new TestObjective()
                                .head(
                                        features ->
                                                scaled(
                                                        (input, weight) ->
                                                                input.mul(weight.stopGradient())))
                                .verdicts()
                                .violation(LEARNS))
                .isEqualTo(
                        "the loss has no gradient in any of the head's parameters (head.weight): the head would not learn; forward must compute with parameter.array()");
        assertThat(
                        new TestObjective()
                                .head(
                                        features ->
                                                scaled(
                                                        (input, weight) ->
                                                                input.add(
                                                                        weight.sub(weight).sqrt())))
                                .verdicts()
                                .violation(LEARNS))
                .isEqualTo("the gradient of head.weight is not finite");
    }

    @Test
    void headsOfTheLibraryAndNoHeadAreSound() {
        assertThat(
                        new TestObjective()
                                .head(features -> ProjectionHead.create(features, 4))
                                .verdicts()
                                .violated())
                .isEmpty();
        assertThat(
                        new TestObjective()
                                .head(features -> layer(input -> input))
                                .verdicts()
                                .violated())
                .isEmpty();
    }

    private static Layer layer(UnaryOperator<NDArray> forward) {
        return new Layer() {
            @Override
            public Map<String, Parameter> parameters() {
                return Map.of();
            }

            @Override
            public NDArray forward(NDArray input, Mode mode) {
                return forward.apply(input);
            }
        };
    }

    private static Layer scaled(BinaryOperator<NDArray> forward) {
        Parameter weight = Parameter.weight(new Shape(1), random -> new float[] {2});
        return new Layer() {
            @Override
            public Map<String, Parameter> parameters() {
                return Map.of("weight", weight);
            }

            @Override
            public NDArray forward(NDArray input, Mode mode) {
                return forward.apply(input, weight.array());
            }
        };
    }
}
