/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.nn.internal.weights.Safetensors;
import org.modan.nn.internal.weights.WeightFile;
import org.modan.nn.layer.Parameters;
import org.modan.nn.layer.ResNet;
import org.modan.nn.layer.Stem;
import org.modan.spi.Mode;
import org.modan.spi.Seed;
import org.modan.testkit.SharedFolder;

/** The arms of the paper's Table 2 on real images, and their encoders in the hands of PyTorch. */
@Tag("torch")
class FiveArmsIT {

    private static final String SHAPE = "3x1x32x32";
    private static final Shape INPUT = new Shape(3, 1, 32, 32);

    private static final String EXPERIMENT =
            """
            name: five-arms
            seed: 7
            image-size: 32
            corpus:
              dataset: folder
              root: %s
              limit-per-class: 16
              metadata:
                AbdomenCT: {modality: CT, anatomy: abdomen}
                BreastMRI: {modality: MR, anatomy: breast}
                CXR: {modality: XR, anatomy: chest}
                ChestCT: {modality: CT, anatomy: chest}
                Hand: {modality: XR, anatomy: hand}
                HeadCT: {modality: CT, anatomy: head}
            pretrain:
              - {strategy: mulsupcon, epochs: 2, batch-size: 32}
              - {strategy: simclr, epochs: 2, batch-size: 32, micro-batch: 12}
              - {strategy: supervised, epochs: 2, batch-size: 32}
              - {strategy: imagenet, weights: %s, conv1: reinit}
              - {strategy: scratch}
            """;

    @TempDir private Path scratch;

    @Test
    void eachLeavesAnEncoderThatTorchvisionLoadsStrictlyWithTheSameFeatures() throws Exception {
        Path mednist = SharedFolder.data().resolve("mednist/MedNIST");
        TorchPeer torch = TorchPeer.find(scratch);
        Path weights = scratch.resolve("resnet18-random.pth");
        torch.writeWeights(weights);
        Path file =
                Files.writeString(
                        scratch.resolve("arms.yaml"), EXPERIMENT.formatted(mednist, weights));
        Path out = scratch.resolve("out");

        Command run = modan("run", file.toString(), "--out", out.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err())
                .contains(
                        "119 tensors loaded, 1 adapted (conv1.weight",
                        "0 missing, 2 unexpected (fc.");
        Map<String, Path> encoders = encoders(out);
        assertThat(encoders)
                .containsOnlyKeys("imagenet", "mulsupcon", "scratch", "simclr", "supervised");
        List<float[]> different = new ArrayList<>();
        for (Path encoder : encoders.values()) {
            float[] expected = torch.features(encoder, input(), SHAPE);
            float[] actual = features(encoder);
            assertThat(actual).hasSameSizeAs(expected).hasSize(3 * 512);
            for (int i = 0; i < actual.length; i++) {
                assertThat(actual[i]).isCloseTo(expected[i], within(1e-4f));
            }
            assertThat(different).doesNotContain(actual);
            different.add(actual);
        }
    }

    private Command modan(String... arguments) throws IOException, InterruptedException {
        return Distribution.assembled().modan(scratch, List.of(arguments));
    }

    /** By strategy. */
    private static Map<String, Path> encoders(Path out) throws IOException {
        Map<String, Path> encoders = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out.resolve("cells"))) {
            files.filter(file -> file.endsWith("encoder.safetensors"))
                    .forEach(
                            file ->
                                    encoders.put(
                                            Safetensors.read(file).metadata().get("strategy"),
                                            file));
        }
        return encoders;
    }

    private static float[] features(Path file) {
        Engine.getInstance();
        WeightFile saved = Safetensors.read(file);
        ResNet encoder =
                ResNet.create(
                        saved.metadata().get("encoder"),
                        Stem.of(saved.metadata().get("stem")),
                        Integer.parseInt(saved.metadata().get("channels")));
        try (NDManager manager = NDManager.newBaseManager()) {
            Parameters.initialise(encoder, manager, new Seed(0));
            saved.weights().loadInto(encoder, manager);
            NDArray images = manager.create(FloatBuffer.wrap(input()), INPUT);
            return encoder.forward(images, Mode.EVALUATE).toFloatArray();
        }
    }

    private static float[] input() {
        Random random = new Random(5);
        float[] values = new float[Math.toIntExact(INPUT.size())];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat() * 2 - 1;
        }
        return values;
    }
}
