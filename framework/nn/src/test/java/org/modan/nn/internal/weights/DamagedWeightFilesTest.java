/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.spi.ModanException;

/** Whatever becomes of a file's bytes, reading it gives weights or an error a user can act on. */
class DamagedWeightFilesTest {

    private static final int ROUNDS = 1500;
    private static final Map<String, float[]> VALUES = Map.of("0", new float[] {1, 2, 3, 4, 5, 6});

    private final Random random = new Random(20261122);

    @TempDir private Path folder;

    @Test
    void zipWithAnyBytesChangedOrCutOff() throws IOException {
        check(Files.readAllBytes(TorchFiles.zip(folder.resolve("whole"), index(), VALUES)));
    }

    @Test
    void legacyFileWithAnyBytesChangedOrCutOff() throws IOException {
        check(Files.readAllBytes(TorchFiles.legacy(folder.resolve("whole"), index(), VALUES)));
    }

    @Test
    void safetensorsWithAnyBytesChangedOrCutOff() throws IOException {
        Path whole = folder.resolve("whole");
        Weights weights =
                Weights.ofTensors(
                        Map.of(
                                "w", HostTensor.of(new Shape(2, 3), 1, 2, 3, 4, 5, 6f),
                                "n", HostTensor.of(new Shape(), 7L)));
        Safetensors.write(whole, weights, Map.of("format", "pt"));
        check(Files.readAllBytes(whole));
    }

    /** With the checksum right again, as whoever damages a file on purpose would have it. */
    @Test
    void indexWithAnyBytesChangedOrCutOff() throws IOException {
        byte[] index = index().stop();
        Path file = folder.resolve("changed");
        for (int round = 0; round < ROUNDS; round++) {
            TorchFiles.zip(
                    file,
                    Map.of("a/data.pkl", damaged(index), "a/data/0", TorchFiles.bytes(1, 2, 3)));
            assertReadOrRefused(file, round);
        }
    }

    @Test
    void zipCutOffAnywhereIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(TorchFiles.zip(folder.resolve("whole"), index(), VALUES));
        Path file = folder.resolve("cut");
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(outcome(file))
                    .as("the first %d bytes", length)
                    .contains("damaged")
                    .doesNotContain("END header");
        }
    }

    private void check(byte[] whole) throws IOException {
        Path file = folder.resolve("changed");
        Files.write(file, whole);
        assertThatCode(() -> WeightFiles.read(file)).doesNotThrowAnyException();
        for (int round = 0; round < ROUNDS; round++) {
            Files.write(file, damaged(whole));
            assertReadOrRefused(file, round);
        }
    }

    private byte[] damaged(byte[] whole) {
        byte[] damaged = whole.clone();
        for (int changes = random.nextInt(4); changes >= 0; changes--) {
            int place = random.nextInt(damaged.length);
            damaged[place] =
                    random.nextBoolean()
                            ? (byte) random.nextInt(256)
                            : (byte) (damaged[place] ^ 1 << random.nextInt(8));
        }
        return random.nextInt(4) == 0
                ? Arrays.copyOf(damaged, random.nextInt(damaged.length))
                : damaged;
    }

    private static void assertReadOrRefused(Path file, int round) {
        assertThatCode(() -> outcome(file)).as("round %d", round).doesNotThrowAnyException();
    }

    private static String outcome(Path file) {
        try {
            return "read " + WeightFiles.read(file).weights().digest();
        } catch (ModanException e) {
            assertThat(e).hasMessageContaining(file.toString());
            return e.getMessage();
        }
    }

    private static Pickle index() {
        Pickle index = new Pickle().dictionary().mark();
        index.text("epoch").number(3).text("model").orderedDictionary().mark();
        index.text("module.w").tensor("0", 2, 3);
        index.text("module.v")
                .view("0", "FloatStorage", 6, 1, new long[] {2}, new long[] {3})
                .setItems();
        return index.setItems();
    }
}
