/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.benchmark;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.modan.nn.internal.weights.Safetensors;
import org.modan.nn.layer.Parameters;
import org.modan.nn.layer.ProjectionHead;
import org.modan.nn.layer.ResNet;
import org.modan.nn.layer.Stem;
import org.modan.nn.loss.MulSupConLoss;
import org.modan.nn.train.Network;
import org.modan.nn.train.Prefetch;
import org.modan.nn.train.StepEnd;
import org.modan.nn.train.Trainer;
import org.modan.nn.train.TrainingTask;
import org.modan.spi.AugmentationSpec;
import org.modan.spi.Encoder;
import org.modan.spi.ImageSet;
import org.modan.spi.OptimizerSpec;
import org.modan.spi.Sample;
import org.modan.spi.Seed;
import org.modan.spi.Targets;
import org.modan.spi.TrainingListener;
import org.modan.spi.TrainingRecipe;

/**
 * Pretrains a ResNet-18 on noise with MulSupCon and watches the process's resident memory: {@code
 * TrainingSoak STEPS IMAGE-SIZE BATCH-SIZE MICRO-BATCH}. Gradients are clipped, and all that a
 * checkpoint holds is written to a file after every hundredth step. The slope is that of the
 * least-squares line through the second half of the samples; to see native memory alone give Java a
 * heap that does not grow ({@code -Xms256m -Xmx256m -XX:+AlwaysPreTouch}).
 */
public final class TrainingSoak {

    private static final int FIELDS = 2;
    private static final int VALUES = 12;
    private static final int SAMPLES = 60;
    private static final int STEPS_A_CHECKPOINT = 100;

    private TrainingSoak() {}

    private record Noise(int size, int imageSize) implements ImageSet {
        @Override
        public List<Sample> samples() {
            return IntStream.range(0, size)
                    .mapToObj(i -> Sample.withId("noise-" + i).build())
                    .toList();
        }

        @Override
        public int channels() {
            return 1;
        }

        @Override
        public void read(int index, byte[] destination) {
            byte[] pixels = new byte[imageSize * imageSize];
            new Random(index).nextBytes(pixels);
            System.arraycopy(pixels, 0, destination, 0, pixels.length);
        }
    }

    /** Samples memory as training goes. */
    private static final class Watch implements TrainingListener {
        private final int every;
        private final List<double[]> samples = new ArrayList<>();
        private final long start = System.nanoTime();
        private int done;
        private long images;

        private Watch(int steps) {
            every = Math.max(1, steps / SAMPLES);
        }

        @Override
        public void step(int epoch, int step, int steps, double loss, int batch) {
            done++;
            images += batch;
            if (done % every == 0) {
                samples.add(new double[] {done, ProcessMemory.resident()});
                System.out.printf(
                        "step %d  loss %.4f  %.1f images/s  %.0f MiB, at most %.0f%n",
                        done,
                        loss,
                        images / ((System.nanoTime() - start) / 1e9),
                        ProcessMemory.resident(),
                        ProcessMemory.peak());
            }
        }

        /** MiB a step. */
        private double slope() {
            List<double[]> settled = samples.subList(samples.size() / 2, samples.size());
            double x = settled.stream().mapToDouble(s -> s[0]).average().orElseThrow();
            double y = settled.stream().mapToDouble(s -> s[1]).average().orElseThrow();
            double covariance = settled.stream().mapToDouble(s -> (s[0] - x) * (s[1] - y)).sum();
            double variance = settled.stream().mapToDouble(s -> (s[0] - x) * (s[0] - x)).sum();
            return covariance / variance;
        }
    }

    private static StepEnd checkpoints(Path file) {
        int[] steps = {0};
        return moment -> {
            steps[0]++;
            if (steps[0] % STEPS_A_CHECKPOINT == 0) {
                Safetensors.write(
                        file,
                        moment.networkState()
                                .prefixed("network.")
                                .plus(moment.optimizerState().prefixed("optimizer.")),
                        Map.of());
            }
        };
    }

    public static void main(String[] arguments) throws IOException {
        int steps = Integer.parseInt(arguments[0]);
        int imageSize = Integer.parseInt(arguments[1]);
        int batchSize = Integer.parseInt(arguments[2]);
        int microBatch = Integer.parseInt(arguments[3]);
        int stepsAnEpoch = Math.min(steps, 10);
        Engine.getInstance();
        try (NDManager manager = NDManager.newBaseManager()) {
            Encoder encoder = ResNet.create("resnet18", Stem.of("3x3s1"), 1);
            Network network = new Network(encoder, ProjectionHead.create(encoder.features(), 128));
            Parameters.initialise(network, manager, new Seed(1));
            TrainingRecipe recipe =
                    TrainingRecipe.of(
                                    steps / stepsAnEpoch,
                                    batchSize,
                                    OptimizerSpec.sgd(0.01).withMomentum(0.9).withWeightDecay(1e-4))
                            .withMicroBatch(microBatch)
                            .withClipNorm(5)
                            .withAugmentation(AugmentationSpec.contrastive());
            Watch watch = new Watch(steps);
            Path file = Files.createTempFile("soak", ".safetensors");
            file.toFile().deleteOnExit();
            new Trainer(manager, Prefetch.standard(), watch, checkpoints(file))
                    .train(
                            TrainingTask.of(
                                            network,
                                            TrainingSoak::loss,
                                            recipe,
                                            new Noise(batchSize * stepsAnEpoch, imageSize),
                                            new Seed(2))
                                    .withViewsPerImage(2));
            System.out.printf(
                    "%d steps, batch %d in chunks of %d, %d px: %+.2f MiB a thousand steps, at most %.0f MiB%n",
                    watch.done,
                    batchSize,
                    microBatch,
                    imageSize,
                    1000 * watch.slope(),
                    ProcessMemory.peak());
        }
    }

    private static NDArray loss(NDArray outputs, int[] indices) {
        float[] rows = new float[indices.length * VALUES];
        for (int i = 0; i < indices.length; i++) {
            for (int field = 0; field < FIELDS; field++) {
                int value = (indices[i] / (1 + field)) % (VALUES / FIELDS);
                rows[i * VALUES + field * VALUES / FIELDS + value] = 1;
            }
        }
        NDManager manager = outputs.getManager();
        return new MulSupConLoss(0.07, 0.3)
                .of(
                        outputs,
                        Targets.of(
                                manager.create(rows, new Shape(indices.length, VALUES)),
                                manager.create(new long[indices.length])));
    }
}
