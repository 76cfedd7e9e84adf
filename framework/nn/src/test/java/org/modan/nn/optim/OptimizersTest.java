/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.modan.nn.internal.weights.Weights;
import org.modan.nn.layer.Initializers;
import org.modan.spi.OptimizerSpec;
import org.modan.spi.Parameter;

class OptimizersTest {

    private static final double RATE = 0.1;

    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    static Stream<OptimizerSpec> specs() {
        return Stream.of(
                OptimizerSpec.sgd(RATE),
                OptimizerSpec.sgd(RATE).withWeightDecay(0.01),
                OptimizerSpec.sgd(RATE).withMomentum(0.9).withWeightDecay(0.01),
                OptimizerSpec.sgd(RATE).withMomentum(0.9).withNesterov(true).withWeightDecay(0.01),
                OptimizerSpec.adam(RATE),
                OptimizerSpec.adam(RATE)
                        .withWeightDecay(0.01)
                        .withBetas(0.8, 0.95)
                        .withEpsilon(0.1));
    }

    /** Minimises {@code (w - 3)^2}, whose gradient is {@code 2 * (w - 3)}. */
    @ParameterizedTest
    @MethodSource("specs")
    void stepsByItsFormulaWhateverTheRate(OptimizerSpec spec) {
        Map<String, Parameter> leaves = leaves(5.0);
        Optimizer optimizer = Optimizers.create(spec, leaves, manager);
        PlainOptimizer plain = new PlainOptimizer(spec, 5);

        for (int step = 0; step < 6; step++) {
            double rate = step < 3 ? RATE : RATE / 10;
            step(optimizer, leaves, rate);
            plain.step(2 * (plain.value() - 3), rate);
        }

        assertThat(values(leaves)[0]).isCloseTo(plain.value(), within(1e-12));
    }

    /**
     * Each leaf by the closed form of its own weight decay, as PyTorch's parameter groups have it.
     */
    @ParameterizedTest
    @MethodSource("decays")
    void decaysBatchNormalisationUnlessToldOtherwise(OptimizerSpec spec, double decayOfNorms) {
        Map<String, Parameter> leaves = leaves(5.0);
        Parameter norm = Parameter.normalisation(new Shape(1), Initializers.constant(1, 0));
        bind(norm, 5.0);
        leaves.put("norm", norm);
        Optimizer optimizer = Optimizers.create(spec, leaves, manager);
        PlainOptimizer weight = new PlainOptimizer(spec, 5);
        PlainOptimizer normalisation = new PlainOptimizer(spec.withWeightDecay(decayOfNorms), 5);

        for (int step = 0; step < 6; step++) {
            try (NDScope scope = new NDScope();
                    GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray loss = leaves.get("w").array().sub(3).square().sum();
                collector.backward(loss.add(norm.array().sub(3).square().sum()));
            }
            optimizer.step(RATE);
            optimizer.zeroGradients();
            weight.step(2 * (weight.value() - 3), RATE);
            normalisation.step(2 * (normalisation.value() - 3), RATE);
        }

        assertThat(values(leaves)[0]).isCloseTo(weight.value(), within(1e-12));
        assertThat(norm.array().toDoubleArray()[0]).isCloseTo(normalisation.value(), within(1e-12));
    }

    static Stream<Arguments> decays() {
        OptimizerSpec sgd = OptimizerSpec.sgd(RATE).withMomentum(0.9).withWeightDecay(0.2);
        OptimizerSpec adam = OptimizerSpec.adam(RATE).withWeightDecay(0.2);
        return Stream.of(
                Arguments.of(sgd, 0.2),
                Arguments.of(sgd.withBatchNormDecay(false), 0),
                Arguments.of(adam, 0.2),
                Arguments.of(adam.withBatchNormDecay(false), 0));
    }

    @ParameterizedTest
    @MethodSource("specs")
    void continuesFromItsStateToTheBit(OptimizerSpec spec) {
        Map<String, Parameter> whole = leaves(5.0, -1.0);
        Optimizer uninterrupted = Optimizers.create(spec, whole, manager);
        for (int step = 0; step < 6; step++) {
            step(uninterrupted, whole, RATE);
        }

        Map<String, Parameter> first = leaves(5.0, -1.0);
        Optimizer before = Optimizers.create(spec, first, manager);
        for (int step = 0; step < 3; step++) {
            step(before, first, RATE);
        }
        Weights saved = Weights.ofArrays(before.state());
        Map<String, Parameter> second = leaves(values(first));
        Optimizer after = Optimizers.create(spec, second, manager);
        try (NDScope scope = new NDScope()) {
            after.restore(saved.toArrays(manager));
        }
        for (int step = 0; step < 3; step++) {
            step(after, second, RATE);
        }

        assertThat(values(second)).isEqualTo(values(whole));
        assertThat(Weights.ofArrays(after.state()).digest())
                .isEqualTo(Weights.ofArrays(uninterrupted.state()).digest());
    }

    @Test
    void stateIsNamedByKindAndParameter() {
        Map<String, Parameter> leaves = leaves(1.0);

        assertThat(Optimizers.create(OptimizerSpec.sgd(RATE), leaves, manager).state()).isEmpty();
        assertThat(
                        Optimizers.create(
                                        OptimizerSpec.sgd(RATE).withMomentum(0.9), leaves, manager)
                                .state()
                                .keySet())
                .containsExactly("momentum_buffer.w");
        assertThat(Optimizers.create(OptimizerSpec.adam(RATE), leaves, manager).state().keySet())
                .containsExactly("exp_avg.w", "exp_avg_sq.w", "step");
    }

    @Test
    void refusesTheStateOfAnotherOptimizer() {
        Map<String, Parameter> leaves = leaves(1.0);
        Optimizer sgd =
                Optimizers.create(OptimizerSpec.sgd(RATE).withMomentum(0.9), leaves, manager);
        Optimizer adam = Optimizers.create(OptimizerSpec.adam(RATE), leaves, manager);

        assertThatThrownBy(() -> sgd.restore(adam.state()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the state of another optimiser: it has [exp_avg.w, exp_avg_sq.w, step], this one [momentum_buffer.w]");
        assertThatThrownBy(
                        () -> sgd.restore(Map.of("momentum_buffer.w", manager.zeros(new Shape(2)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the state of another optimiser: momentum_buffer.w is float32 (2), this one's is float64 (1)");
    }

    @ParameterizedTest
    @MethodSource("specs")
    void leavesGradientsAsTheyWereUntilTheyAreZeroed(OptimizerSpec spec) {
        Map<String, Parameter> leaves = leaves(5.0);
        Optimizer optimizer = Optimizers.create(spec, leaves, manager);
        differentiate(leaves);

        optimizer.step(RATE);
        assertThat(gradient(leaves)).isEqualTo(4);

        optimizer.zeroGradients();
        assertThat(gradient(leaves)).isZero();
    }

    @Test
    void zeroesGradientsThatAreNotNumbers() {
        Map<String, Parameter> leaves = leaves(Double.NaN);
        Optimizer optimizer = Optimizers.create(OptimizerSpec.sgd(RATE), leaves, manager);
        differentiate(leaves);
        assertThat(gradient(leaves)).isNaN();

        optimizer.zeroGradients();

        assertThat(gradient(leaves)).isZero();
    }

    @ParameterizedTest
    @MethodSource("specs")
    void leavesNoArrayBehindEvenWithoutAScope(OptimizerSpec spec) {
        Map<String, Parameter> leaves = leaves(5.0);
        Optimizer optimizer = Optimizers.create(spec, leaves, manager);
        differentiate(leaves);
        int before = manager.getManagedArrays().size();

        optimizer.step(RATE);
        optimizer.zeroGradients();

        assertThat(manager.getManagedArrays()).hasSize(before);
    }

    /** A new thread records what it computes, and then a leaf must not be changed in place. */
    @Test
    void stepsInAThreadOfItsOwn() throws ExecutionException, InterruptedException {
        Map<String, Parameter> leaves = leaves(5.0);
        Optimizer optimizer = Optimizers.create(OptimizerSpec.adam(RATE), leaves, manager);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            other.submit(
                            () -> {
                                step(optimizer, leaves, RATE);
                                step(optimizer, leaves, RATE);
                            })
                    .get();
        } finally {
            other.shutdown();
        }

        assertThat(values(leaves)[0]).isCloseTo(4.8, within(1e-3));
        assertThat(leaves.get("w").array().hasGradient()).isTrue();
    }

    private static void step(Optimizer optimizer, Map<String, Parameter> leaves, double rate) {
        differentiate(leaves);
        optimizer.step(rate);
        optimizer.zeroGradients();
    }

    private static void differentiate(Map<String, Parameter> leaves) {
        try (NDScope scope = new NDScope();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            collector.backward(leaves.get("w").array().sub(3).square().sum());
        }
    }

    private Map<String, Parameter> leaves(double... values) {
        Shape shape = new Shape(values.length);
        Parameter leaf = Parameter.weight(shape, Initializers.constant(values.length, 0));
        bind(leaf, values);
        Map<String, Parameter> leaves = new LinkedHashMap<>();
        leaves.put("w", leaf);
        return leaves;
    }

    private void bind(Parameter leaf, double... values) {
        NDArray array = manager.create(values);
        array.setRequiresGradient(true);
        leaf.bind(array);
    }

    private static double[] values(Map<String, Parameter> leaves) {
        return leaves.get("w").array().toDoubleArray();
    }

    private static double gradient(Map<String, Parameter> leaves) {
        return leaves.get("w").array().getGradient().toDoubleArray()[0];
    }
}
