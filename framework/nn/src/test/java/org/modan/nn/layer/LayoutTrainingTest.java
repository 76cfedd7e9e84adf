/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.modan.nn.internal.weights.Safetensors;
import org.modan.nn.internal.weights.Weights;
import org.modan.nn.train.BatchLoss;
import org.modan.nn.train.Prefetch;
import org.modan.nn.train.StepEnd;
import org.modan.nn.train.Trainer;
import org.modan.nn.train.TrainingMoment;
import org.modan.nn.train.TrainingPosition;
import org.modan.nn.train.TrainingTask;
import org.modan.spi.EpochReport;
import org.modan.spi.ImageSet;
import org.modan.spi.Layer;
import org.modan.spi.MemoryLayout;
import org.modan.spi.OptimizerSpec;
import org.modan.spi.Parameter;
import org.modan.spi.Sample;
import org.modan.spi.Seed;
import org.modan.spi.TrainingListener;
import org.modan.spi.TrainingRecipe;

/** A training ends with the same bits, stopped or not, in either layout. */
class LayoutTrainingTest {

    private static final int STEPS = 6;
    private static final OptimizerSpec SGD =
            OptimizerSpec.sgd(0.05).withMomentum(0.9).withWeightDecay(1e-4);
    private static final OptimizerSpec ADAM = OptimizerSpec.adam(1e-3);

    private final NDManager manager = NDManager.newBaseManager();

    @TempDir private Path folder;

    /** What a training leaves. */
    private record End(Weights weights, Weights optimizer) {}

    @AfterEach
    void close() {
        manager.close();
    }

    static Stream<Arguments> layoutsAndRules() {
        return Stream.of(MemoryLayout.values())
                .flatMap(layout -> Stream.of(SGD, ADAM).map(rule -> Arguments.of(layout, rule)));
    }

    @ParameterizedTest
    @MethodSource("layoutsAndRules")
    void aTrainingGoesOnFromFilesToTheSameBits(MemoryLayout layout, OptimizerSpec rule) {
        List<TrainingPosition> saved = new ArrayList<>();
        Layer network = network(layout);
        List<End> uninterrupted = new ArrayList<>();
        train(
                network,
                rule,
                moment -> {
                    uninterrupted.add(end(moment));
                    if (moment.position().stepsDone() == STEPS / 2) {
                        saved.add(moment.position());
                        write("network", moment.networkState());
                        write("optimizer", moment.optimizerState());
                    }
                });

        Layer resumed = network(layout);
        read("network").loadInto(resumed, manager);
        List<End> after = new ArrayList<>();
        Trainer trainer =
                trainer(
                        TrainingListener.NONE,
                        moment -> {
                            assertThat(orders(moment)).hasSizeGreaterThan(6);
                            assertThat(orders(moment)).containsOnly(layout);
                            after.add(end(moment));
                        });
        trainer.resume(task(resumed, rule), saved.get(0), read("optimizer"));

        assertThat(uninterrupted).hasSize(STEPS);
        assertThat(after).hasSize(STEPS / 2);
        for (int step = 0; step < after.size(); step++) {
            End expected = uninterrupted.get(STEPS / 2 + step);
            assertThat(after.get(step).weights().digest()).isEqualTo(expected.weights().digest());
            assertThat(after.get(step).optimizer().digest())
                    .isEqualTo(expected.optimizer().digest());
        }
    }

    @Test
    void bothLayoutsTrainAlikeButNotToTheSameBits() {
        List<Double> losses = new ArrayList<>();
        List<Weights> weights = new ArrayList<>();
        for (MemoryLayout layout : MemoryLayout.values()) {
            Layer network = network(layout);
            TrainingListener listener =
                    new TrainingListener() {
                        @Override
                        public void step(int epoch, int step, int steps, double loss, int images) {
                            losses.add(loss);
                        }

                        @Override
                        public void epoch(EpochReport report) {
                            weights.add(Weights.of(network));
                        }
                    };
            trainer(listener, StepEnd.NOTHING).train(task(network, SGD));
        }

        assertThat(losses).hasSize(2 * STEPS);
        assertThat(losses.get(STEPS - 1)).isLessThan(0.9 * losses.get(0));
        for (int step = 0; step < STEPS; step++) {
            assertThat(losses.get(STEPS + step)).isCloseTo(losses.get(step), within(1e-4));
        }
        weights.get(0)
                .tensors()
                .forEach(
                        (name, tensor) -> {
                            if (network(MemoryLayout.CHANNELS_FIRST)
                                    .parameters()
                                    .get(name)
                                    .trainable()) {
                                assertThat(weights.get(1).tensors().get(name).toFloats())
                                        .as(name)
                                        .containsExactly(tensor.toFloats(), within(1e-3f));
                            }
                        });
        assertThat(weights.get(1).digest()).isNotEqualTo(weights.get(0).digest());
    }

    /** Kernels of 7x7, 1x1 and 3x3, with batch normalisation, to 12 outputs. */
    private Layer network(MemoryLayout layout) {
        Layer layers =
                Sequential.of(
                        Stem.SEVEN_BY_SEVEN.convolution(3, 8),
                        new BatchNorm2d(8),
                        new Relu(),
                        new MaxPool(3, 2, 1),
                        Residual.basic(8, 8, 1),
                        Residual.bottleneck(8, 12, 2));
        Parameters.layOut(layers, layout);
        Parameters.initialise(layers, manager, new Seed(5));
        return layers;
    }

    private void train(Layer network, OptimizerSpec rule, StepEnd stepEnd) {
        trainer(TrainingListener.NONE, stepEnd).train(task(network, rule));
    }

    private Trainer trainer(TrainingListener listener, StepEnd stepEnd) {
        return new Trainer(manager, new Prefetch(1, 1), listener, stepEnd);
    }

    private static TrainingTask task(Layer network, OptimizerSpec rule) {
        BatchLoss distanceFromClass =
                (maps, indices) -> {
                    float[] classes = new float[indices.length];
                    for (int i = 0; i < classes.length; i++) {
                        classes[i] = indices[i] % 2;
                    }
                    NDArray wanted =
                            maps.getManager().create(classes, new Shape(classes.length, 1, 1, 1));
                    return maps.sub(wanted).square().mean();
                };
        return TrainingTask.of(
                network,
                distanceFromClass,
                TrainingRecipe.of(1, 4, rule),
                new Noise(4 * STEPS, 3, 24),
                new Seed(9));
    }

    private static End end(TrainingMoment moment) {
        return new End(moment.networkState(), moment.optimizerState());
    }

    /** Of the weights and of the optimiser's state, where two orders are possible. */
    private static List<MemoryLayout> orders(TrainingMoment moment) {
        return Stream.concat(
                        moment.network().parameters().values().stream().map(Parameter::array),
                        moment.optimizer().state().values().stream())
                .filter(array -> MemoryOrder.hasTwo(array.getShape()))
                .map(MemoryOrder::of)
                .toList();
    }

    private void write(String name, Weights weights) {
        Safetensors.write(folder.resolve(name), weights, Map.of());
    }

    private Weights read(String name) {
        return Safetensors.read(folder.resolve(name)).weights();
    }

    /** Noise on two levels of brightness. */
    private record Noise(int size, int channels, int imageSize) implements ImageSet {

        @Override
        public List<Sample> samples() {
            return IntStream.range(0, size).mapToObj(i -> Sample.withId("n" + i).build()).toList();
        }

        @Override
        public void read(int index, byte[] destination) {
            Random random = new Random(index);
            for (int i = 0; i < channels * imageSize * imageSize; i++) {
                destination[i] = (byte) (random.nextInt(128) + index % 2 * 100);
            }
        }
    }
}
