/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.benchmark;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.modan.nn.layer.Parameters;
import org.modan.nn.layer.ResNet;
import org.modan.nn.layer.Stem;
import org.modan.nn.optim.Optimizer;
import org.modan.nn.optim.Optimizers;
import org.modan.spi.MemoryLayout;
import org.modan.spi.Mode;
import org.modan.spi.OptimizerSpec;
import org.modan.spi.Seed;

/**
 * Times training steps of one encoder in both memory layouts: {@code LayoutBenchmark ENCODER
 * IMAGE-SIZE BATCH-SIZE STEPS}. The layouts take turns step by step, so that what else the machine
 * does meets both; medians are printed.
 */
public final class LayoutBenchmark {

    private static final int WARM_UP = 2;
    private static final double RATE = 1e-3;

    private LayoutBenchmark() {}

    private record Trained(ResNet encoder, Optimizer optimizer) {

        static Trained create(String name, MemoryLayout layout, NDManager manager) {
            ResNet encoder = ResNet.create(name, Stem.THREE_BY_THREE, 1);
            Parameters.layOut(encoder, layout);
            Parameters.initialise(encoder, manager, new Seed(1));
            OptimizerSpec sgd = OptimizerSpec.sgd(RATE).withMomentum(0.9).withWeightDecay(1e-4);
            return new Trained(
                    encoder, Optimizers.create(sgd, Parameters.trainable(encoder), manager));
        }

        double secondsOfAStep(NDArray images) {
            long start = System.nanoTime();
            try (NDScope scope = new NDScope()) {
                try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                    collector.backward(encoder.forward(images, Mode.TRAIN).square().mean());
                }
                optimizer.step(RATE);
                optimizer.zeroGradients();
            }
            return (System.nanoTime() - start) / 1e9;
        }
    }

    public static void main(String[] arguments) {
        String name = arguments[0];
        int size = Integer.parseInt(arguments[1]);
        int batch = Integer.parseInt(arguments[2]);
        int steps = Integer.parseInt(arguments[3]);
        Engine.getInstance();
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray images = manager.randomNormal(new Shape(batch, 1, size, size));
            Map<MemoryLayout, Trained> trained = new EnumMap<>(MemoryLayout.class);
            Map<MemoryLayout, List<Double>> seconds = new EnumMap<>(MemoryLayout.class);
            for (MemoryLayout layout : MemoryLayout.values()) {
                trained.put(layout, Trained.create(name, layout, manager));
                seconds.put(layout, new ArrayList<>());
            }
            for (int step = 0; step < WARM_UP + steps; step++) {
                for (MemoryLayout layout : MemoryLayout.values()) {
                    double time = trained.get(layout).secondsOfAStep(images);
                    if (step >= WARM_UP) {
                        seconds.get(layout).add(time);
                    }
                }
            }
            double first = median(seconds.get(MemoryLayout.CHANNELS_FIRST));
            double last = median(seconds.get(MemoryLayout.CHANNELS_LAST));
            System.out.printf(
                    "%s, %d x %d pixels, batch %d: channels-first %.3f s, channels-last %.3f s a step, ratio %.2f%n",
                    name, size, size, batch, first, last, first / last);
        }
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
