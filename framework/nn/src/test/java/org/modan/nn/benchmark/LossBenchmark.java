/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.benchmark;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.modan.nn.layer.Parameters;
import org.modan.nn.layer.ProjectionHead;
import org.modan.nn.layer.ResNet;
import org.modan.nn.layer.Stem;
import org.modan.nn.loss.JaccardAffinity;
import org.modan.nn.loss.Loss;
import org.modan.nn.loss.MulSupConLoss;
import org.modan.nn.loss.NtXentLoss;
import org.modan.nn.optim.Optimizer;
import org.modan.nn.optim.Optimizers;
import org.modan.nn.train.Network;
import org.modan.spi.Encoder;
import org.modan.spi.Mode;
import org.modan.spi.OptimizerSpec;
import org.modan.spi.Seed;
import org.modan.spi.Targets;

/**
 * What the contrastive losses cost beside the network: forward and backward of each at the paper's
 * batch of 256, and a whole step of a ResNet-18 at 64 px. {@code LossBenchmark STEP-IMAGES}: the
 * step is measured with so many images and scaled to 256, for machines that cannot hold as many.
 */
public final class LossBenchmark {

    private static final int IMAGES = 256;
    private static final int WIDTH = 128;
    private static final int COLUMNS = 12;
    private static final int FIELDS = 3;
    private static final int PIXELS = 64;
    private static final int WARM_UPS = 5;
    private static final int RUNS = 20;
    private static final int STEPS = 3;

    private final NDManager manager;
    private final SplittableRandom random = new SplittableRandom(1);

    private LossBenchmark(NDManager manager) {
        this.manager = manager;
    }

    public static void main(String[] arguments) {
        int stepImages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : IMAGES;
        Engine.getInstance();
        try (NDManager manager = NDManager.newBaseManager()) {
            LossBenchmark benchmark = new LossBenchmark(manager);
            int[] weights = {2, 2, 2, 2, 1, 1, 1, 1, 3, 3, 3, 3};
            double nothing = benchmark.loss("NT-Xent", new NtXentLoss(0.07));
            double plain = benchmark.loss("MulSupCon", new MulSupConLoss(0.07, 0.3));
            benchmark.loss(
                    "MulSupCon, weighted",
                    new MulSupConLoss(0.07, JaccardAffinity.weighted(0.3, weights)));
            double step = benchmark.step(stepImages) * IMAGES / stepImages;
            System.out.printf(
                    "%d threads: MulSupCon is %.2f%% of a step of %d images at %d px (%.0f ms); metadata cost %.1f ms of it%n",
                    JniUtils.getNumThreads(),
                    100 * plain / step,
                    IMAGES,
                    PIXELS,
                    step,
                    plain - nothing);
        }
    }

    /** Median milliseconds. */
    private double loss(String name, Loss loss) {
        NDArray outputs = normal(2 * IMAGES, WIDTH);
        outputs.setRequiresGradient(true);
        Targets targets = targets(IMAGES);
        Supplier<NDArray> forward = () -> loss.of(outputs, targets);
        for (int run = 0; run < WARM_UPS; run++) {
            milliseconds(forward, () -> {});
        }
        double[] times = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            times[run] = milliseconds(forward, () -> {});
        }
        double median = median(times);
        System.out.printf("%-20s %.1f ms, median of %d%n", name, median, RUNS);
        return median;
    }

    private double step(int images) {
        Encoder encoder = ResNet.create("resnet18", Stem.of("3x3s1"), 1);
        Network network = new Network(encoder, ProjectionHead.create(encoder.features(), WIDTH));
        Parameters.initialise(network, manager, new Seed(1));
        Optimizer optimizer =
                Optimizers.create(
                        OptimizerSpec.sgd(0.01).withMomentum(0.9),
                        Parameters.trainable(network),
                        manager);
        NDArray views = normal(2 * images, PIXELS * PIXELS).reshape(-1, 1, PIXELS, PIXELS);
        Targets targets = targets(images);
        Loss loss = new MulSupConLoss(0.07, 0.3);
        double[] times = new double[STEPS];
        for (int run = 0; run < STEPS; run++) {
            times[run] =
                    milliseconds(
                            () -> loss.of(network.forward(views, Mode.TRAIN), targets),
                            () -> {
                                optimizer.step(0.01);
                                optimizer.zeroGradients();
                            });
        }
        double median = median(times);
        System.out.printf("step of %d images    %.0f ms, median of %d%n", images, median, STEPS);
        return median;
    }

    /** Forward, backward and what follows. */
    private static double milliseconds(Supplier<NDArray> forward, Runnable afterwards) {
        long start = System.nanoTime();
        try (NDScope scope = new NDScope();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray value = forward.get();
            collector.backward(value);
            afterwards.run();
            value.getFloat();
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private NDArray normal(int rows, int columns) {
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(-1, 1);
        }
        return manager.create(values, new Shape(rows, columns));
    }

    private Targets targets(int images) {
        float[] rows = new float[images * COLUMNS];
        for (int image = 0; image < images; image++) {
            for (int field = 0; field < FIELDS; field++) {
                int values = COLUMNS / FIELDS;
                rows[image * COLUMNS + field * values + random.nextInt(values)] = 1;
            }
        }
        return Targets.of(
                manager.create(rows, new Shape(images, COLUMNS)), manager.create(new long[images]));
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
