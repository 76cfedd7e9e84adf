/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** A Python with PyTorch and torchvision, where this machine has one. */
final class TorchPeer {

    /** Debian's comes second: another may come before it on the path, and have less. */
    private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");

    private final Path scratch;
    private final String python;
    private final Path script;

    private TorchPeer(Path scratch, String python, Path script) {
        this.scratch = scratch;
        this.python = python;
        this.script = script;
    }

    /** Skips the test where there is none. */
    static TorchPeer find(Path scratch) {
        Optional<String> python =
                PYTHONS.stream().filter(candidate -> hasTorch(candidate, scratch)).findFirst();
        Assumptions.assumeTrue(
                python.isPresent(),
                "skipped: no python3 has torch and torchvision (Debian: python3-torchvision)");
        Path script =
                Path.of(System.getProperty("modan.root"))
                        .resolve("distribution/src/test/python/torch_peer.py");
        return new TorchPeer(scratch, python.get(), script);
    }

    private static boolean hasTorch(String python, Path scratch) {
        try {
            List<String> probe = List.of(python, "-c", "import torch, torchvision");
            return Command.run(scratch, environment(), probe).exitCode() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Writes weights as torchvision publishes them, with random values. */
    void writeWeights(Path file) throws IOException, InterruptedException {
        call("weights", file.toString());
    }

    /**
     * What torchvision's network gives with an encoder loaded strictly.
     *
     * @param shape such as {@code 4x1x32x32}
     */
    float[] features(Path encoder, float[] input, String shape)
            throws IOException, InterruptedException {
        Path source = scratch.resolve("input.raw");
        Path destination = scratch.resolve("output.raw");
        ByteBuffer bytes =
                ByteBuffer.allocate(input.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(input);
        Files.write(source, bytes.array());
        call("features", encoder.toString(), source.toString(), shape, destination.toString());
        FloatBuffer values =
                ByteBuffer.wrap(Files.readAllBytes(destination))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asFloatBuffer();
        float[] features = new float[values.remaining()];
        values.get(features);
        return features;
    }

    private void call(String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(python, script.toString()));
        words.addAll(List.of(arguments));
        Command command = Command.run(scratch, environment(), words);
        assertThat(command.exitCode()).as(command.err()).isZero();
    }

    private static Map<String, String> environment() {
        return Map.of("PATH", System.getenv("PATH"), "OMP_WAIT_POLICY", "PASSIVE");
    }
}
