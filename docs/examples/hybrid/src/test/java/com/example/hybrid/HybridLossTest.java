/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package com.example.hybrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;

import org.junit.jupiter.api.Test;
import org.modan.nn.layer.Host;
import org.modan.nn.loss.Loss;
import org.modan.nn.loss.MulSupConLoss;
import org.modan.nn.loss.NtXentLoss;
import org.modan.spi.Targets;

import java.util.Map;

/**
 * The loss against values that PyTorch's automatic differentiation gave in float64 for the formulas
 * written as loops over pairs: with {@code u = z / |z|}, {@code q_ak = exp(u_a.u_k / t)} and the
 * Jaccard index {@code J} of the rows of {@code y} (1 between views of one image),
 *
 * <pre>
 * term(J, P, t) = -1/8 sum_a 1/|P(a)| sum_{p in P(a)} J_ap log(q_ap / sum_{k != a} q_ak)
 * L             = term(J, {p : J_ap >= threshold}, t_1) + lambda term(1, {other view of a}, t_2)
 * </pre>
 */
class HybridLossTest {

    private static final double TOLERANCE = 1e-5;

    /** Two views of four images, view after view. */
    private static final float[] OUTPUTS = {
        0.9f, -0.2f, 0.4f, 0.1f, 0.8f, -0.5f, -0.6f, 0.3f, 0.7f, 0.2f, 0.5f, 0.9f,
        0.7f, 0.1f, 0.6f, -0.3f, 0.9f, -0.2f, -0.4f, -0.1f, 0.8f, 0.5f, -0.7f, 0.3f
    };

    /** Three fields of two values; nothing is known of the last image. */
    private static final float[] METADATA = {
        1, 0, 1, 0, 1, 0,
        1, 0, 1, 0, 0, 1,
        0, 1, 1, 0, 0, 1,
        0, 0, 0, 0, 0, 0
    };

    @Test
    void agreesWithPyTorchAtThePapersSettings() {
        // temperature 0.07, threshold 0.3, lambda 0.5, instance-temperature 0.1
        Result result = result(hybrid(0.07, 0.3, 0.5, 0.1), METADATA);

        assertThat(result.loss()).isCloseTo(7.984473961810, within(TOLERANCE));
        assertThat(result.gradient())
                .usingComparatorWithPrecision((float) TOLERANCE)
                .containsExactly(
                        -0.6731784737f,
                        -2.1151520815f,
                        0.4570755250f,
                        -0.9608470792f,
                        -0.2755458252f,
                        -0.6330427362f,
                        0.4843442038f,
                        -1.0954351398f,
                        0.8846243775f,
                        -1.9897900366f,
                        2.9775716326f,
                        -1.2120308989f,
                        -0.6405060251f,
                        -0.4891362941f,
                        0.8287797450f,
                        0.3498794177f,
                        -0.2714205289f,
                        -1.7462115066f,
                        0.2356440691f,
                        -0.1968012171f,
                        0.0932218824f,
                        0.4426638091f,
                        -1.4111142395f,
                        -4.0303729074f);
    }

    @Test
    void agreesWithPyTorchWhereEverySettingIsAnother() {
        // At a threshold of 0.1 images that share one value of three are positives too.
        Result result = result(hybrid(0.2, 0.1, 2.0, 0.5), METADATA);

        assertThat(result.loss()).isCloseTo(4.997292045010, within(TOLERANCE));
        assertThat(result.gradient())
                .usingComparatorWithPrecision((float) TOLERANCE)
                .containsExactly(
                        -0.1852083136f,
                        -0.7338668144f,
                        0.0497852983f,
                        -0.0199717038f,
                        -0.0425427500f,
                        -0.0720627407f,
                        0.2522096046f,
                        0.2675921632f,
                        0.1014973054f,
                        -1.2011440601f,
                        1.4019145493f,
                        -0.5119205140f,
                        -0.3610369847f,
                        -0.0753596788f,
                        0.4337697619f,
                        -0.0874443125f,
                        -0.0172493045f,
                        0.0535445986f,
                        0.5312990684f,
                        -0.1763067769f,
                        0.2436111871f,
                        0.1653794615f,
                        -0.5311657791f,
                        -1.5150192538f);
    }

    @Test
    void withoutLambdaItIsMulSupConToTheLastBit() {
        Result hybrid = result(hybrid(0.07, 0.3, 0, 0.1), METADATA);
        Result mulsupcon = result(new MulSupConLoss(0.07, 0.3), METADATA);

        assertThat(hybrid.loss()).isEqualTo(mulsupcon.loss());
        assertThat(hybrid.gradient()).containsExactly(mulsupcon.gradient());
    }

    @Test
    void withoutAnyMetadataBothPartsAreNtXentEachAtItsOwnTemperature() {
        float[] nothing = new float[METADATA.length];

        double loss = result(hybrid(0.07, 0.3, 0.5, 0.1), nothing).loss();

        assertThat(loss).isCloseTo(3.739377010447, within(TOLERANCE));
        assertThat(loss)
                .isCloseTo(
                        result(new NtXentLoss(0.07), nothing).loss()
                                + 0.5 * result(new NtXentLoss(0.1), nothing).loss(),
                        within(TOLERANCE));
    }

    private record Result(double loss, float[] gradient) {}

    /** Made from options, as the host makes it: an option wired to another's place shows too. */
    private static Loss hybrid(
            double temperature, double threshold, double lambda, double instanceTemperature) {
        return StrategyUnderTest.objective(
                        Map.of(
                                "temperature",
                                temperature,
                                "threshold",
                                threshold,
                                "lambda",
                                lambda,
                                "instance-temperature",
                                instanceTemperature))
                ::loss;
    }

    private static Result result(Loss loss, float[] metadata) {
        try (NDManager manager = NDManager.newBaseManager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray outputs = manager.create(OUTPUTS, new Shape(8, 3));
            outputs.setRequiresGradient(true);
            Targets targets =
                    Targets.of(
                            manager.create(metadata, new Shape(4, 6)),
                            manager.create(new long[] {-1, -1, -1, -1}));
            NDArray value = loss.of(outputs, targets);
            collector.backward(value);
            return new Result(Host.number(value), Host.floats(outputs.getGradient()));
        }
    }
}
