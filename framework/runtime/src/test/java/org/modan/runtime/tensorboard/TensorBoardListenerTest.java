/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.runtime.cell.CellResult;
import org.modan.runtime.data.ImageFormat;
import org.modan.runtime.experiment.EncoderConfig;
import org.modan.runtime.plan.Cell;
import org.modan.runtime.plan.CellKey;
import org.modan.runtime.plan.EvaluationCell;
import org.modan.runtime.plan.PluginOrigin;
import org.modan.runtime.plan.PretrainCell;
import org.modan.spi.EpochReport;
import org.modan.spi.Initialization;
import org.modan.spi.MemoryLayout;
import org.modan.spi.Seed;
import org.tensorflow.framework.Summary;
import org.tensorflow.util.Event;
import org.tensorflow.util.SessionLog.SessionStatus;

class TensorBoardListenerTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_795_305_600L, 250_000_000);
    private static final PluginOrigin PLUGIN = new PluginOrigin("acme", "1.0", "0".repeat(64));

    @TempDir Path folder;
    private final List<String> warnings = new ArrayList<>();
    private TensorBoardListener listener;

    @BeforeEach
    void listen() {
        listener =
                new TensorBoardListener(
                        folder.resolve("tensorboard"),
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        warnings::add);
    }

    @Test
    void writesWhatTensorFlowsOwnDefinitionsRead() throws IOException {
        PretrainCell cell = pretrain("pretrain mulsupcon");
        listener.cellStarted(cell, 1, 1);
        listener.step(1, 1, 2, 5.5, 8);
        listener.epoch(
                EpochReport.of(1, 2, 5.25, 0.05, 160.5)
                        .withGradientNorm(1.5)
                        .withPositivesPerAnchor(7.75));
        listener.epoch(EpochReport.of(2, 2, 4.125, 0.005, 161));
        listener.cellFinished(cell, done(cell));

        Path file =
                folder.resolve(
                        "tensorboard/pretrain-mulsupcon/events.out.tfevents.1795305600.modan");
        List<Event> events = EventReader.read(file);

        assertThat(events).hasSize(4).allMatch(event -> event.getWallTime() == 1_795_305_600.25);
        assertThat(events.get(0).getFileVersion()).isEqualTo("brain.Event:2");
        assertThat(events.get(1).getSessionLog().getStatus()).isEqualTo(SessionStatus.START);
        assertThat(events.get(1).getStep()).isEqualTo(1);
        assertThat(events.get(2).getStep()).isEqualTo(1);
        assertThat(scalars(events.get(2)))
                .containsExactly(
                        entry("loss", 5.25f),
                        entry("learning_rate", 0.05f),
                        entry("images_per_second", 160.5f),
                        entry("gradient_norm", 1.5f),
                        entry("positives_per_anchor", 7.75f));
        assertThat(events.get(3).getStep()).isEqualTo(2);
        assertThat(scalars(events.get(3)))
                .containsExactly(
                        entry("loss", 4.125f),
                        entry("learning_rate", 0.005f),
                        entry("images_per_second", 161f));
        assertThat(warnings).isEmpty();
    }

    @Test
    void anEpochCanBeWatchedAsSoonAsItIsOver() throws IOException {
        listener.cellStarted(pretrain("pretrain simclr"), 1, 1);
        listener.epoch(EpochReport.of(1, 9, 3, 0.1, 100));

        Path run = folder.resolve("tensorboard/pretrain-simclr");
        assertThat(EventReader.read(EventReader.files(run).get(0))).hasSize(3);

        listener.epoch(EpochReport.of(2, 9, 2, 0.1, 100));
        assertThat(EventReader.read(EventReader.files(run).get(0))).hasSize(4);
    }

    @Test
    void aResumedTrainingTellsTensorBoardWhatToForget() throws IOException {
        PretrainCell cell = pretrain("pretrain simclr");
        listener.cellStarted(cell, 1, 1);
        for (int epoch = 1; epoch <= 3; epoch++) {
            listener.epoch(EpochReport.of(epoch, 5, 6 - epoch, 0.1, 100));
        }

        // The checkpoint was of epoch 2: the third is trained, and written, a second time.
        listener.cellStarted(cell, 1, 1);
        listener.step(3, 1, 4, 3, 8);
        listener.epoch(EpochReport.of(3, 5, 3, 0.1, 100));

        List<Path> files = EventReader.files(folder.resolve("tensorboard/pretrain-simclr"));
        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .as("a second file of the same second comes after the first")
                .containsExactly(
                        "events.out.tfevents.1795305600.modan",
                        "events.out.tfevents.1795305601.modan");
        List<Event> resumed = EventReader.read(files.get(1));
        assertThat(resumed.get(1).getSessionLog().getStatus()).isEqualTo(SessionStatus.START);
        assertThat(resumed.get(1).getStep()).isEqualTo(3);
        assertThat(stepsAsTensorBoardShowsThem(files)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void eachPretrainingIsARunAndFoldsAreNone() throws IOException {
        trainOneEpoch(pretrain("pretrain mulsupcon[metadata=modality+anatomy,image-size=32]"));
        trainOneEpoch(pretrain("pretrain ../../escape"));
        trainOneEpoch(evaluation());

        assertThat(folder.resolve("tensorboard"))
                .isDirectoryContaining(
                        "glob:**/pretrain-mulsupcon-metadata=modality+anatomy-image-size=32")
                .isDirectoryContaining("glob:**/pretrain-..-..-escape");
        assertThat(EventReader.files(folder.resolve("tensorboard"))).hasSize(2);
    }

    @Test
    void aCellThatDoesNotTrainLeavesNothing() {
        PretrainCell scratch = pretrain("pretrain scratch");
        listener.cellStarted(scratch, 1, 1);
        listener.cellFinished(scratch, done(scratch));

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void trainingGoesOnWhereNothingCanBeWritten() throws IOException {
        Files.writeString(folder.resolve("tensorboard"), "a file where a folder should be");

        trainOneEpoch(pretrain("pretrain simclr"));

        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith("no files for TensorBoard in " + folder.resolve("tensorboard") + ": ")
                .endsWith("; the training itself goes on");
    }

    private void trainOneEpoch(Cell cell) {
        listener.cellStarted(cell, 1, 1);
        listener.step(1, 1, 1, 3, 8);
        listener.epoch(EpochReport.of(1, 1, 3, 0.1, 100));
        listener.cellFinished(cell, done(cell));
    }

    private static Map<String, Float> scalars(Event event) {
        Map<String, Float> scalars = new LinkedHashMap<>();
        for (Summary.Value value : event.getSummary().getValueList()) {
            scalars.put(value.getTag(), value.getSimpleValue());
        }
        return scalars;
    }

    /** A session's start voids what was written of its step and of later ones. */
    private static List<Long> stepsAsTensorBoardShowsThem(List<Path> files) throws IOException {
        List<Long> steps = new ArrayList<>();
        for (Path file : files) {
            for (Event event : EventReader.read(file)) {
                if (event.hasSessionLog()) {
                    steps.removeIf(step -> step >= event.getStep());
                } else if (event.hasSummary()) {
                    steps.add(event.getStep());
                }
            }
        }
        return steps;
    }

    private static PretrainCell pretrain(String title) {
        return new PretrainCell(
                new CellKey("a".repeat(64)),
                Map.of(),
                title,
                new EncoderConfig("resnet18", "3x3s1", 1, MemoryLayout.CHANNELS_FIRST),
                new ImageFormat(32, 1),
                Initialization.random(),
                Optional.empty(),
                Optional.empty(),
                new Seed(1),
                PLUGIN);
    }

    /** Listeners do not look at the task and the evaluator. */
    private static EvaluationCell evaluation() {
        return new EvaluationCell(
                new CellKey("b".repeat(64)),
                Map.of(),
                "fine-tune simclr on busi, repeat 0",
                Optional.of(pretrain("pretrain simclr")),
                null,
                null,
                0,
                new Seed(1),
                PLUGIN);
    }

    private static CellResult done(Cell cell) {
        return new CellResult(
                cell.key().digest(),
                cell.title(),
                CellResult.Status.DONE,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of());
    }
}
