/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.benchmark;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
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
 * does meets both; printed are medians of the time on the clock and of the process's time on all
 * processors, which a busy machine disturbs less.
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

        Seconds ofAStep(NDArray images) {
            Seconds start = Seconds.now();
            try (NDScope scope = new NDScope()) {
                try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                    collector.backward(encoder.forward(images, Mode.TRAIN).square().mean());
                }
                optimizer.step(RATE);
                optimizer.zeroGradients();
            }
            return Seconds.now().since(start);
        }
    }

    private record Seconds(double clock, double processors) {

        static Seconds now() {
            OperatingSystemMXBean system =
                    ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
            return new Seconds(System.nanoTime() / 1e9, system.getProcessCpuTime() / 1e9);
        }

        static Seconds medians(List<Seconds> all) {
            return new Seconds(
                    median(all.stream().mapToDouble(Seconds::clock)),
                    median(all.stream().mapToDouble(Seconds::processors)));
        }

        Seconds since(Seconds start) {
            return new Seconds(clock - start.clock, processors - start.processors);
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
            Map<MemoryLayout, List<Seconds>> seconds = new EnumMap<>(MemoryLayout.class);
            for (MemoryLayout layout : MemoryLayout.values()) {
                trained.put(layout, Trained.create(name, layout, manager));
                seconds.put(layout, new ArrayList<>());
            }
            for (int step = 0; step < WARM_UP + steps; step++) {
                for (MemoryLayout layout : MemoryLayout.values()) {
                    Seconds time = trained.get(layout).ofAStep(images);
                    if (step >= WARM_UP) {
                        seconds.get(layout).add(time);
                    }
                }
            }
            Seconds first = Seconds.medians(seconds.get(MemoryLayout.CHANNELS_FIRST));
            Seconds last = Seconds.medians(seconds.get(MemoryLayout.CHANNELS_LAST));
            System.out.printf("%s, %d x %d pixels, batch %d%n", name, size, size, batch);
            print("on the clock", first.clock(), last.clock());
            print("on processors", first.processors(), last.processors());
        }
    }

    private static void print(String what, double first, double last) {
        System.out.printf(
                "  %-13s  channels-first %.3f s, channels-last %.3f s a step, ratio %.2f%n",
                what, first, last, first / last);
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
