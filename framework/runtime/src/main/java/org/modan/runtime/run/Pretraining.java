/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.modan.nn.layer.Parameters;
import org.modan.nn.optim.Optimizer;
import org.modan.nn.train.Network;
import org.modan.nn.train.Prefetch;
import org.modan.nn.train.Trainer;
import org.modan.nn.train.TrainingPosition;
import org.modan.nn.train.TrainingTask;
import org.modan.runtime.plan.PretrainCell;
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
        Layer head = objective.head(encoder.features());
        Parameters.initialise(head, manager, cell.seed().derive("head"));
        Network network = new Network(encoder, head);
        TrainingTask task =
                new TrainingTask(
                        network,
                        new ObjectiveLoss(objective, cell.corpus().orElseThrow()),
                        cell.recipe().orElseThrow(),
                        objective.viewsPerImage(),
                        images,
                        cell.seed().derive("pretrain"));
        try (NDManager savedState = manager.newSubManager()) {
            Resumption.Restored restored =
                    new Resumption(cell, machine, history, notes, listener)
                            .restore(checkpoints.find(), network, manager, savedState);
            new Trainer(
                            manager,
                            Prefetch.standard(),
                            listeners(restored.position()),
                            (position, optimizer) -> {
                                savedState.close(); // the optimiser has its own copy by now
                                save(position, network, optimizer);
                            })
                    .resume(task, restored.position(), restored.optimizerState());
        } catch (ModanException e) {
            throw new ModanException(e.code(), e.getMessage() + whatIsLeft(e.code()), e);
        }
    }

    private void save(TrainingPosition position, Network network, Optimizer optimizer) {
        if (schedule.isDue(position)) {
            checkpoints.write(Checkpoint.of(position, machine, network, optimizer));
            schedule.saved();
        }
    }

    /** What a user has after a failure, and how to go on from it; a clause or nothing. */
    private String whatIsLeft(ErrorCode code) {
        Optional<Path> newest = checkpoints.newest();
        if (code == ErrorCode.OUTPUT) {
            return "; then the same command goes on "
                    + newest.map(CheckpointFolder::words).orElse("from the start");
        }
        return newest.map(Pretraining::keptAs).orElse("");
    }

    private static String keptAs(Path checkpoint) {
        return "; the weights %s are kept in the cell's folder as %s"
                .formatted(CheckpointFolder.words(checkpoint), checkpoint.getFileName());
    }

    private TrainingListener listeners(TrainingPosition start) {
        return new TrainingListeners(
                List.of(
                        TrainingLog.open(logFile, start.epochsDone()),
                        new ListenerAdapter(listener)));
    }
}
