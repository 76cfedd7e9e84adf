/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modan.nn.internal.weights.HostTensor;
import org.modan.nn.internal.weights.Safetensors;
import org.modan.nn.internal.weights.WeightFile;
import org.modan.nn.internal.weights.Weights;
import org.modan.nn.train.EpochProgress;
import org.modan.nn.train.TrainingPosition;
import org.modan.runtime.run.machine.Machine;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

class CheckpointFolderTest {

    private static final String CELL = "0123456789abcdef";
    private static final Machine MACHINE = new Machine("cpu()", "amd64, avx2", 2, "2.7.1");

    @TempDir private Path folder;

    static Stream<OptionalDouble> positives() {
        return Stream.of(OptionalDouble.of(1 / 3.0), OptionalDouble.empty());
    }

    @ParameterizedTest
    @MethodSource("positives")
    void readsBackToTheLastBit(OptionalDouble positives) {
        Checkpoint written =
                new Checkpoint(
                        new TrainingPosition(
                                12,
                                new EpochProgress(
                                        345, 88_320, 0.1 + 0.2, Math.PI, positives, 1e-300)),
                        MACHINE,
                        weights(Float.MIN_VALUE, -0f),
                        weights(Float.NaN, Float.NEGATIVE_INFINITY));

        folder().write(written);

        assertThat(names()).containsExactly("checkpoint-00012-000345.safetensors");
        CheckpointFolder.Found found = folder().find();
        assertThat(found.remarks()).isEmpty();
        Checkpoint read = found.checkpoint().orElseThrow();
        assertThat(read.position()).isEqualTo(written.position());
        assertThat(read.machine()).isEqualTo(MACHINE);
        assertThat(read.network().digest()).isEqualTo(written.network().digest());
        assertThat(read.optimizer().digest()).isEqualTo(written.optimizer().digest());
    }

    @Test
    void anEmptyFolderHasNothingToSay() {
        assertThat(folder().find().checkpoint()).isEmpty();
        assertThat(folder().find().remarks()).isEmpty();
        assertThat(folder().newest()).isEmpty();
    }

    @Test
    void keepsTheLastTwoInTheTrainingsOrderNotTheirNames() {
        CheckpointFolder checkpoints = folder();
        checkpoints.write(checkpoint(99_999, 0));
        checkpoints.write(checkpoint(99_999, 7));
        checkpoints.write(checkpoint(100_000, 0));

        assertThat(names())
                .containsExactly(
                        "checkpoint-100000-000000.safetensors",
                        "checkpoint-99999-000007.safetensors");
        assertThat(foundPosition()).isEqualTo(position(100_000, 0));
    }

    @Test
    void noFlippedBitIsTakenForACheckpoint() throws IOException {
        CheckpointFolder checkpoints = folder();
        checkpoints.write(checkpoint(1, 0));
        checkpoints.write(checkpoint(2, 0));
        Path newest = folder.resolve("checkpoint-00002-000000.safetensors");
        byte[] whole = Files.readAllBytes(newest);
        assertThat(whole).hasSizeBetween(500, 5_000);
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= (byte) (1 << i % 8);
            Files.write(newest, damaged);

            CheckpointFolder.Found found = folder().find();

            assertThat(found.checkpoint().orElseThrow().position())
                    .as("byte %d", i)
                    .isEqualTo(position(1, 0));
            assertThat(found.remarks()).singleElement().asString().contains(" is damaged: ");
        }
    }

    @Test
    void noFileThatEndsTooEarlyIsTakenForACheckpoint() throws IOException {
        folder().write(checkpoint(1, 0));
        Path file = folder.resolve("checkpoint-00001-000000.safetensors");
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length += 13) {
            Files.write(file, Arrays.copyOf(whole, length));

            assertThat(folder().find().checkpoint()).as("%d bytes", length).isEmpty();
        }
    }

    @Test
    void whatIsSaidBesideTheTensorsIsCheckedToo() {
        folder().write(checkpoint(4, 0));
        Path file = folder.resolve("checkpoint-00004-000000.safetensors");
        WeightFile read = Safetensors.read(file);
        Map<String, String> changed = new LinkedHashMap<>(read.metadata());
        changed.put("epochs-done", "5");
        Safetensors.write(file, read.weights(), changed);

        assertThat(folder().find().remarks())
                .containsExactly(
                        "checkpoint-00004-000000.safetensors is damaged: its checksum differs; it is set aside as checkpoint-00004-000000.safetensors.damaged",
                        "no checkpoint is whole, so training starts again");
    }

    @Test
    void aCheckpointOfAnotherCellIsRefused() {
        new CheckpointFolder(folder, "another").write(checkpoint(4, 0));

        assertThat(folder().find().remarks())
                .first()
                .asString()
                .startsWith(
                        "checkpoint-00004-000000.safetensors is damaged: it is of another cell; ");
    }

    @Test
    void aDamagedOneIsSetAsideUntilTheCellIsDone() throws IOException {
        folder().write(checkpoint(1, 0));
        Files.write(folder.resolve("checkpoint-00009-000000.safetensors"), new byte[] {1});
        CheckpointFolder checkpoints = folder();
        checkpoints.find();
        assertThat(checkpoints.newest().map(CheckpointFolder::words)).contains("after epoch 1");

        checkpoints.write(checkpoint(1, 5));

        assertThat(names())
                .containsExactly(
                        "checkpoint-00001-000000.safetensors",
                        "checkpoint-00001-000005.safetensors",
                        "checkpoint-00009-000000.safetensors.damaged");
        assertThat(folder.resolve("checkpoint-00009-000000.safetensors.damaged"))
                .hasBinaryContent(new byte[] {1});
        assertThat(checkpoints.newest().map(CheckpointFolder::words))
                .contains("in epoch 2, after step 5");

        checkpoints.clear();
        assertThat(names()).isEmpty();
    }

    @Test
    void oneThatCannotBeReadNowIsNeitherDamagedNorPassedOver() throws IOException {
        folder().write(checkpoint(1, 0));
        Path newest = Files.createDirectory(folder.resolve("checkpoint-00002-000000.safetensors"));

        assertThatThrownBy(() -> folder().find())
                .isInstanceOf(ModanException.class)
                .hasMessage("cannot read %s: Is a directory; mend that".formatted(newest))
                .extracting("code")
                .isEqualTo(ErrorCode.OUTPUT);
        assertThat(names())
                .containsExactly(
                        "checkpoint-00001-000000.safetensors",
                        "checkpoint-00002-000000.safetensors");
        assertThat(folder().last()).contains(newest);
    }

    @Test
    void whatAKilledRunLeftUnfinishedIsRemovedAndNothingElse() throws IOException {
        Files.write(folder.resolve(".checkpoint-00003-000017.safetensors.tmp"), new byte[99]);
        Files.write(folder.resolve("log.csv"), new byte[3]);

        folder().find();
        assertThat(names()).containsExactly("log.csv");

        folder().write(checkpoint(1, 0));
        folder().clear();
        assertThat(names()).containsExactly("log.csv");
    }

    @Test
    void aFolderThatIsGoneIsNamed() {
        Path gone = folder.resolve("gone");

        assertThatThrownBy(() -> new CheckpointFolder(gone, CELL).find())
                .hasMessage(gone + ": no such file or folder");
    }

    private CheckpointFolder folder() {
        return new CheckpointFolder(folder, CELL);
    }

    private TrainingPosition foundPosition() {
        return folder().find().checkpoint().orElseThrow().position();
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Checkpoint checkpoint(int epochs, int steps) {
        return new Checkpoint(position(epochs, steps), MACHINE, weights(1, 2), weights(3, 4));
    }

    private static TrainingPosition position(int epochs, int steps) {
        return new TrainingPosition(
                epochs, new EpochProgress(steps, 4L * steps, 0.5, 1, OptionalDouble.of(2), 3));
    }

    private static Weights weights(float first, float second) {
        Map<String, HostTensor> tensors = new LinkedHashMap<>();
        tensors.put("weight", HostTensor.of(new Shape(2), first, second));
        tensors.put("count", HostTensor.of(new Shape(), 7L));
        return Weights.ofTensors(tensors);
    }
}
