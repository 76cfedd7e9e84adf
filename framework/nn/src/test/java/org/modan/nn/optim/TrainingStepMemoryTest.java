/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.optim;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.modan.nn.golden.FormulaWeights;
import org.modan.nn.layer.Parameters;
import org.modan.nn.layer.ProjectionHead;
import org.modan.nn.layer.ResNet;
import org.modan.nn.layer.Stem;
import org.modan.nn.loss.Loss;
import org.modan.nn.loss.MulSupConLoss;
import org.modan.spi.Encoder;
import org.modan.spi.Layer;
import org.modan.spi.Mode;
import org.modan.spi.OptimizerSpec;
import org.modan.spi.Parameter;
import org.modan.spi.Seed;
import org.modan.spi.Targets;

/** All that a step makes is closed by one scope around it, and all that must last lasts. */
class TrainingStepMemoryTest {

    private static final int STEPS = 50;
    private static final int IMAGES = 4;

    private final Encoder encoder = ResNet.create("resnet18", Stem.THREE_BY_THREE, 1);
    private final Layer head = ProjectionHead.create(encoder.features(), 16);
    private final Loss loss = new MulSupConLoss(0.5, 0.3);

    @Test
    void aStepKeepsNothingButWeightsAndState() {
        try (NDManager manager = NDManager.newBaseManager()) {
            Parameters.initialise(encoder, manager, new Seed(1).derive("encoder"));
            Parameters.initialise(head, manager, new Seed(1).derive("head"));
            Map<String, Parameter> trainable = new LinkedHashMap<>(Parameters.trainable(encoder));
            trainable.putAll(Parameters.trainable(head));
            OptimizerSpec spec = OptimizerSpec.sgd(0.05).withMomentum(0.9).withWeightDecay(1e-4);
            Optimizer optimizer = Optimizers.create(spec, trainable, manager);
            int expected = 120 + 4 + trainable.size();
            assertThat(manager.getManagedArrays()).hasSize(expected);

            double first = step(optimizer, manager);
            double last = first;
            for (int step = 1; step < STEPS; step++) {
                last = step(optimizer, manager);
                assertThat(manager.getManagedArrays()).hasSize(expected);
            }

            assertThat(last).isLessThan(first);
            assertThat(encoder.parameters().get("bn1.num_batches_tracked").array().getLong())
                    .isEqualTo(STEPS);
        }
    }

    private double step(Optimizer optimizer, NDManager manager) {
        try (NDScope scope = new NDScope()) {
            double value = differentiate(manager);
            NDArray weight = encoder.parameters().get("conv1.weight").array();
            assertThat(weight.getGradient().abs().max().getFloat()).isPositive();
            optimizer.step(0.05);
            optimizer.zeroGradients();
            assertThat(weight.getGradient().abs().max().getFloat()).isZero();
            return value;
        }
    }

    private double differentiate(NDManager manager) {
        NDArray metadata = manager.create(new float[][] {{1, 0}, {1, 0}, {0, 1}, {0, 0}});
        Targets targets = Targets.of(metadata, manager.create(new long[IMAGES]));
        NDArray views =
                new FormulaWeights(1, metadata.getDataType())
                        .input(new Shape(2 * IMAGES, 1, 16, 16), manager);
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray features = encoder.forward(views, Mode.TRAIN);
            NDArray value = loss.of(head.forward(features, Mode.TRAIN), targets);
            collector.backward(value);
            return value.getFloat();
        }
    }
}
