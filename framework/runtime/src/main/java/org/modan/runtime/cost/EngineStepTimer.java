/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.cost;

import static java.util.Objects.requireNonNull;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.stream.DoubleStream;
import org.modan.nn.layer.Host;
import org.modan.nn.layer.Parameters;
import org.modan.nn.optim.Optimizer;
import org.modan.nn.optim.Optimizers;
import org.modan.runtime.data.ImageFormat;
import org.modan.runtime.experiment.EncoderConfig;
import org.modan.runtime.run.input.Encoders;
import org.modan.runtime.run.machine.ComputeDevice;
import org.modan.spi.Encoder;
import org.modan.spi.Mode;
import org.modan.spi.OptimizerSpec;
import org.modan.spi.Seed;

/**
 * Runs a few steps on made-up images. What a head, a loss and the assembling of batches take comes
 * on top and is little beside the encoder; small images are stepped through many at a time, large
 * ones few, so that an answer takes seconds.
 */
public final class EngineStepTimer implements StepTimer {

    private static final int TIMED_STEPS = 3;
    private static final int MOST_IMAGES = 32;
    private static final int PIXELS_A_STEP = 4 * 224 * 224;
    private static final double RATE = 1e-3;

    private final ComputeDevice device;

    public EngineStepTimer(ComputeDevice device) {
        this.device = requireNonNull(device, "device is null");
    }

    @Override
    public StepTimes time(EncoderConfig config, ImageFormat format) {
        int images =
                Math.max(2, Math.min(MOST_IMAGES, PIXELS_A_STEP / (format.size() * format.size())));
        try (NDManager manager = NDManager.newBaseManager(device.start())) {
            Encoder encoder = Encoders.create(config);
            Parameters.initialise(encoder, manager, new Seed(0));
            Optimizer optimizer =
                    Optimizers.create(
                            OptimizerSpec.sgd(RATE).withMomentum(0.9),
                            Parameters.trainable(encoder),
                            manager);
            NDArray batch =
                    manager.ones(
                            new Shape(images, format.channels(), format.size(), format.size()));
            double training = median(() -> train(encoder, optimizer, batch));
            double inference = median(() -> infer(encoder, batch));
            return new StepTimes(training / images, inference / images);
        }
    }

    /** The first step allocates and chooses algorithms, and counts for nothing. */
    private static double median(Runnable step) {
        step.run();
        double[] seconds =
                DoubleStream.generate(
                                () -> {
                                    long start = System.nanoTime();
                                    step.run();
                                    return (System.nanoTime() - start) / 1e9;
                                })
                        .limit(TIMED_STEPS)
                        .sorted()
                        .toArray();
        return seconds[TIMED_STEPS / 2];
    }

    private static void train(Encoder encoder, Optimizer optimizer, NDArray batch) {
        try (NDScope scope = new NDScope()) {
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray loss = encoder.forward(batch, Mode.TRAIN).square().mean();
                collector.backward(loss);
                Host.number(loss); // a GPU may only have been told to begin
            }
            optimizer.step(RATE);
            optimizer.zeroGradients();
        }
    }

    private static void infer(Encoder encoder, NDArray batch) {
        try (NDScope scope = new NDScope()) {
            Host.number(encoder.forward(batch, Mode.EVALUATE).mean());
        }
    }
}
