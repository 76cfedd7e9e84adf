/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.pretrain;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.List;
import org.modan.nn.layer.Parameters;
import org.modan.nn.train.Network;
import org.modan.nn.train.Prefetch;
import org.modan.nn.train.Trainer;
import org.modan.nn.train.TrainingMoment;
import org.modan.nn.train.TrainingPosition;
import org.modan.nn.train.TrainingTask;
import org.modan.runtime.plan.PretrainCell;
import org.modan.runtime.run.listener.RunListener;
import org.modan.runtime.run.machine.Machine;
import org.modan.runtime.run.record.CellNotes;
import org.modan.spi.Encoder;
import org.modan.spi.ErrorCode;
import org.modan.spi.ImageSet;
import org.modan.spi.Layer;
import org.modan.spi.ModanException;
import org.modan.spi.Objective;
import org.modan.spi.TrainingListener;

/**
 * One training of an encoder with an objective, saved on the way: an interrupted one goes on where
 * it was saved last and ends with the same bits.
 */
final class Pretraining {

    private final PretrainCell cell;
    private final Objective objective;
    private final Machine machine;
    private final CheckpointSchedule schedule;
    private final CheckpointFolder checkpoints;
    private final ResumeHistory history;
    private final Path logFile;
    private final CellNotes notes;
    private final RunListener listener;

    /**
     * @param machine this one
     * @param schedule when to save
     * @param workspace the cell's folder
     * @param notes hears of resuming
     */
    Pretraining(
            PretrainCell cell,
            Objective objective,
            Machine machine,
            CheckpointSchedule schedule,
            Path workspace,
            CellNotes notes,
            RunListener listener) {
        this.cell = requireNonNull(cell, "cell is null");
        this.objective = requireNonNull(objective, "objective is null");
        this.machine = requireNonNull(machine, "machine is null");
        this.schedule = requireNonNull(schedule, "schedule is null");
        this.checkpoints = new CheckpointFolder(workspace, cell.key().digest());
        this.history = new ResumeHistory(workspace);
        this.logFile = workspace.resolve("log.csv");
        this.notes = requireNonNull(notes, "notes is null");
        this.listener = requireNonNull(listener, "listener is null");
    }

    void train(Encoder encoder, ImageSet images, NDManager manager) {
        Layer head = requireNonNull(objective.head(encoder.features()), "head() gave null");
        Parameters.initialise(head, manager, cell.seed().derive("head"));
        Network network = new Network(encoder, head);
        TrainingTask task =
                TrainingTask.of(
                                network,
                                new ObjectiveLoss(objective, cell.corpus().orElseThrow()),
                                cell.recipe().orElseThrow(),
                                images,
                                cell.seed().derive("pretrain"))
                        .withViewsPerImage(objective.viewsPerImage());
        try {
            Resumption.Restored restored =
                    new Resumption(cell, machine, history, notes, listener)
                            .restore(checkpoints.find(), network, manager);
            new Trainer(manager, Prefetch.standard(), listeners(restored.position()), this::save)
                    .resume(task, restored.position(), restored.optimizerState());
        } catch (ModanException e) {
            throw new ModanException(e.code(), e.getMessage() + whatIsLeft(e.code()), e);
        }
    }

    private void save(TrainingMoment moment) {
        if (schedule.isDue(moment.position())) {
            checkpoints.write(Checkpoint.of(moment, machine));
            schedule.saved();
        }
    }

    /** What a user has after a failure, and how to go on from it; a clause or nothing. */
    private String whatIsLeft(ErrorCode code) {
        if (code != ErrorCode.OUTPUT) {
            return checkpoints.newest().map(Pretraining::keptAs).orElse("");
        }
        try {
            // What is there, whether or not this run came to read it.
            return "; then the same command goes on "
                    + checkpoints.last().map(CheckpointFolder::words).orElse("from the start");
        } catch (ModanException e) {
            return ""; // nobody knows from where
        }
    }

    private static String keptAs(Path checkpoint) {
        return "; the weights %s are kept in the cell's folder as %s"
                .formatted(CheckpointFolder.words(checkpoint), checkpoint.getFileName());
    }

    private TrainingListener listeners(TrainingPosition start) {
        return new TrainingListeners(
                List.of(TrainingLog.open(logFile, start.epochsDone()), listener));
    }
}
