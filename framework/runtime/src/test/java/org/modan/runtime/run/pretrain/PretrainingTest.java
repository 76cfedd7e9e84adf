/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.modan.runtime.run.pretrain.SmallPretraining.EPOCHS;
import static org.modan.runtime.run.pretrain.SmallPretraining.STEPS;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modan.runtime.experiment.CheckpointConfig;
import org.modan.spi.EpochReport;
import org.modan.spi.ErrorCode;
import org.modan.spi.Layer;
import org.modan.spi.MemoryLayout;
import org.modan.spi.ModanException;
import org.modan.spi.Mode;
import org.modan.spi.OptimizerSpec;
import org.modan.spi.Parameter;

class PretrainingTest {

    @TempDir private static Path shared;
    private static String expected;
    private static List<EpochReport> expectedReports;

    @TempDir private Path workspace;
    private SmallPretraining training;

    @BeforeAll
    static void trainWithoutInterruption() throws IOException {
        SmallPretraining whole =
                new SmallPretraining(
                        Files.createDirectory(shared.resolve("whole")), shared.resolve("cache"));
        expected = whole.run();
        expectedReports = List.copyOf(whole.reports());
    }

    @BeforeEach
    void begin() {
        training = new SmallPretraining(workspace, shared.resolve("cache"));
    }

    static IntStream steps() {
        return IntStream.rangeClosed(1, EPOCHS * STEPS);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void anInterruptionAfterAnyStepEndsInTheSameBits(int step) {
        killAfter(step);

        assertThat(resume()).isEqualTo(expected);
        assertThat(training.said())
                .isEqualTo(step == 1 ? List.of() : List.of("goes on " + words(step - 1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, STEPS + 1, EPOCHS * STEPS})
    void soDoesOneWhoseChannelsLieTogether(int step) throws IOException {
        Path whole = Files.createDirectory(workspace.resolve("whole"));
        String undisturbed =
                new SmallPretraining(whole, shared.resolve("cache"))
                        .layout(MemoryLayout.CHANNELS_LAST)
                        .run();
        training.layout(MemoryLayout.CHANNELS_LAST);
        killAfter(step);

        assertThat(resume()).isEqualTo(undisturbed);
        assertThat(training.said()).containsExactly("goes on " + words(step - 1));
    }

    @Test
    void whatItWasResumedFromIsNotHeldToTheEnd() throws IOException {
        List<Integer> undisturbed = new ArrayList<>();
        Path whole = Files.createDirectory(workspace.resolve("whole"));
        SmallPretraining other = new SmallPretraining(whole, shared.resolve("cache"));
        other.afterStep(step -> undisturbed.add(other.arrays())).run();
        List<Integer> resumed = new ArrayList<>();
        killAfter(2);
        training.afterStep(step -> resumed.add(training.arrays())).run();

        assertThat(resumed).hasSizeGreaterThan(2).hasSizeLessThan(EPOCHS * STEPS);
        assertThat(undisturbed).containsAll(resumed);
    }

    @Test
    void savedByEpochsOnlyItGoesOnAfterTheLastSavedEpoch() {
        training.checkpoint(new CheckpointConfig(Optional.of(2), Optional.empty()));
        killAfter(3 * STEPS);

        assertThat(files()).containsExactly("checkpoint-00002-000000.safetensors", "log.csv");
        assertThat(resume()).isEqualTo(expected);
        assertThat(training.said()).containsExactly("goes on after epoch 2");
    }

    @Test
    void anEpochInPiecesIsReportedWhole() {
        killAfter(STEPS + 2);
        resume();

        assertThat(training.reports()).hasSize(EPOCHS);
        for (int i = 0; i < EPOCHS; i++) {
            EpochReport report = training.reports().get(i);
            assertThat(report.epoch()).isEqualTo(i + 1);
            assertThat(report.loss()).isEqualTo(expectedReports.get(i).loss());
            assertThat(report.gradientNorm()).isEqualTo(expectedReports.get(i).gradientNorm());
        }
    }

    @Test
    void theLogHasEveryEpochOnceAlsoWhereOneIsTrainedTwice() throws IOException {
        training.checkpoint(new CheckpointConfig(Optional.of(2), Optional.empty()));
        killAfter(3 * STEPS);
        training.killedAfterStep(-1);
        Files.writeString(
                workspace.resolve("log.csv"),
                "3,of an epoch that was not saved,,,,\n",
                StandardOpenOption.APPEND);
        resume();

        assertThat(Files.readAllLines(workspace.resolve("log.csv")))
                .extracting(line -> line.substring(0, line.indexOf(',')))
                .containsExactly("epoch", "1", "2", "3");
    }

    @Test
    void everyInterruptionIsNoted() {
        killAfter(2);
        killAfter(3);
        killAfter(STEPS + 1);
        resume();

        assertThat(training.notes().get("resumed"))
                .asInstanceOf(list(Map.class))
                .extracting(entry -> entry.get("where"))
                .containsExactly(
                        "in epoch 1, after step 1", "in epoch 1, after step 2", "after epoch 1");
    }

    @Test
    void anUninterruptedTrainingNotesNothing() {
        resume();

        assertThat(training.notes()).isEmpty();
        assertThat(training.said()).isEmpty();
    }

    @Test
    void aDamagedNewestCheckpointFallsBackToTheOneBefore() throws IOException {
        killAfter(6);
        damage("checkpoint-00001-000001.safetensors");

        assertThat(resume()).isEqualTo(expected);
        assertThat(training.said())
                .containsExactly(
                        "checkpoint-00001-000001.safetensors is damaged: its checksum differs; it is set aside as checkpoint-00001-000001.safetensors.damaged",
                        "goes on after epoch 1");
        assertThat(training.notes().get("resumed").toString())
                .contains("where=after epoch 1", "is damaged: its checksum differs");
    }

    @Test
    void withoutAnyWholeCheckpointItStartsAgain() throws IOException {
        killAfter(6);
        damage("checkpoint-00001-000001.safetensors");
        Files.write(workspace.resolve("checkpoint-00001-000000.safetensors"), new byte[7]);

        assertThat(resume()).isEqualTo(expected);
        assertThat(training.said())
                .containsExactly(
                        "checkpoint-00001-000001.safetensors is damaged: its checksum differs; it is set aside as checkpoint-00001-000001.safetensors.damaged",
                        "checkpoint-00001-000000.safetensors is damaged: its header does not fit into the file; it is set aside as checkpoint-00001-000000.safetensors.damaged",
                        "no checkpoint is whole, so training starts again");
        assertThat(training.notes().get("resumed").toString()).contains("where=from the start");
        assertThat(training.reports()).hasSize(1 + EPOCHS);
    }

    @Test
    void anotherNumberOfThreadsIsSaid() {
        killAfter(3);
        training.threads(16);
        resume();

        assertThat(training.said())
                .containsExactly(
                        "the checkpoint was made with 2 threads, not 16: the outcome may differ in its last bits from that of an uninterrupted training",
                        "goes on in epoch 1, after step 2");
    }

    @Test
    void aHeadThatSumsOverImagesIsRefused() {
        training.topOfHead(new SumOfRows());

        assertThatThrownBy(training::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "the head gave an array of shape (1, 2) for 8 views; it must give one row for each: (8, k)");
    }

    private static final class SumOfRows implements Layer {
        @Override
        public Map<String, Parameter> parameters() {
            return Map.of();
        }

        @Override
        public NDArray forward(NDArray input, Mode mode) {
            return input.sum(new int[] {0}, true);
        }
    }

    @Test
    void aDivergedTrainingNamesItsLastCheckpoint() {
        training.optimizer(OptimizerSpec.sgd(1e30))
                .checkpoint(new CheckpointConfig(Optional.of(1), Optional.empty()));

        assertThatThrownBy(training::run)
                .isInstanceOf(ModanException.class)
                .hasMessageNotContaining("checkpoint");
        training.checkpoint(SmallPretraining.ALWAYS);
        assertThatThrownBy(training::run)
                .hasMessageEndingWith(
                        "; the weights in epoch 1, after step 1 are kept in the cell's folder as checkpoint-00000-000001.safetensors");
    }

    @Test
    void noCheckpointIsMadeOfWhatIsNoLongerFinite() {
        training.optimizer(OptimizerSpec.sgd(1e38));

        assertThatThrownBy(training::run)
                .isInstanceOf(ModanException.class)
                .hasMessageMatching(
                        "the weights of \\S+ are no longer finite in epoch 1, after step 1: training diverged; lower the learning rate \\(it was 1.0E38\\) or add warm-up epochs")
                .extracting("code")
                .isEqualTo(ErrorCode.TRAINING);
        assertThat(files()).isEmpty();
    }

    @Test
    void aCheckpointThatCannotBeReadEndsTheRunAndIsGoneOnFromLater() throws IOException {
        killAfter(6);
        Path newest = workspace.resolve("checkpoint-00001-000001.safetensors");
        Path elsewhere = Files.move(newest, shared.resolve("elsewhere"));
        Files.createDirectory(newest);

        assertThatThrownBy(training::run)
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        "cannot read %s: Is a directory; mend that; then the same command goes on in epoch 2, after step 1"
                                .formatted(newest))
                .extracting("code")
                .isEqualTo(ErrorCode.OUTPUT);

        Files.delete(newest);
        Files.move(elsewhere, newest);
        assertThat(resume()).isEqualTo(expected);
        assertThat(training.said()).containsExactly("goes on in epoch 2, after step 1");
    }

    @Test
    void aFullDiskLeavesTheCheckpointsBeforeItAndSaysWhatToDo() throws IOException {
        FullDisk.assumeDevice();
        training.afterStep(
                step -> {
                    if (step == 6) {
                        FullDisk.catches(
                                workspace.resolve(".checkpoint-00001-000002.safetensors.tmp"));
                    }
                });

        assertThatThrownBy(training::run)
                .isInstanceOf(ModanException.class)
                .hasMessageMatching(
                        "cannot write .*/checkpoint-00001-000002.safetensors: No space left on device; it needs \\S+ kB and \\S+ .B are free; make room, or check the folder's permissions; then the same command goes on in epoch 2, after step 1")
                .extracting("code")
                .isEqualTo(ErrorCode.OUTPUT);
        assertThat(files())
                .containsExactly(
                        "checkpoint-00001-000000.safetensors",
                        "checkpoint-00001-000001.safetensors",
                        "log.csv");
        assertThat(resume()).isEqualTo(expected);
        assertThat(training.said()).containsExactly("goes on in epoch 2, after step 1");
    }

    @Test
    void aSmallVolumeThatRunsFullIsGoneOnFromOnceThereIsRoom() throws Exception {
        try (FullDisk disk = FullDisk.mount(workspace, "128k")) {
            Path cell = Files.createDirectory(workspace.resolve("cell"));
            training = new SmallPretraining(cell, shared.resolve("cache"));
            training.afterStep(step -> disk.fillAfter(step == 6));

            assertThatThrownBy(training::run)
                    .isInstanceOf(ModanException.class)
                    .hasMessageContaining(": No space left on device; it needs ")
                    .hasMessageContaining(" and 0 bytes are free; ")
                    .hasMessageEndingWith("goes on in epoch 2, after step 1");
            assertThat(files(cell))
                    .contains("checkpoint-00001-000001.safetensors")
                    .noneMatch(name -> name.endsWith(".tmp"));

            disk.makeRoom();
            training.afterStep(step -> {});
            assertThat(training.run()).isEqualTo(expected);
            assertThat(training.said()).containsExactly("goes on in epoch 2, after step 1");
        }
    }

    private void killAfter(int step) {
        training.killedAfterStep(step);
        assertThatThrownBy(training::run).isInstanceOf(CancellationException.class);
        training.said().clear();
    }

    private String resume() {
        return training.afterStep(step -> {}).run();
    }

    private void damage(String name) throws IOException {
        Path file = workspace.resolve(name);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
    }

    private List<String> files() {
        return files(workspace);
    }

    private static List<String> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String words(int step) {
        return step % STEPS == 0
                ? "after epoch " + step / STEPS
                : "in epoch %d, after step %d".formatted(step / STEPS + 1, step % STEPS);
    }
}
