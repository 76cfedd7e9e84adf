/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.Optional;
import org.modan.nn.layer.Parameters;
import org.modan.nn.train.BatchLoss;
import org.modan.nn.train.Network;
import org.modan.nn.train.Prefetch;
import org.modan.nn.train.Trainer;
import org.modan.nn.train.TrainingTask;
import org.modan.runtime.data.MetadataTarget;
import org.modan.runtime.plan.PretrainCell;
import org.modan.spi.Encoder;
import org.modan.spi.EpochReport;
import org.modan.spi.ImageSet;
import org.modan.spi.Layer;
import org.modan.spi.ModanException;
import org.modan.spi.Objective;
import org.modan.spi.TrainingListener;

/**
 * One training of an encoder with an objective, saved after every epoch: an interrupted one goes on
 * where it was and ends with the same bits.
 */
final class Pretraining {

    private final PretrainCell cell;
    private final Objective objective;
    private final Path checkpointFile;
    private final Path logFile;
    private final RunListener listener;

    Pretraining(PretrainCell cell, Objective objective, Path workspace, RunListener listener) {
        this.cell = requireNonNull(cell, "cell is null");
        this.objective = requireNonNull(objective, "objective is null");
        this.checkpointFile = workspace.resolve("checkpoint.safetensors");
        this.logFile = workspace.resolve("log.csv");
        this.listener = requireNonNull(listener, "listener is null");
    }

    void train(Encoder encoder, ImageSet images, NDManager manager) {
        Layer head = objective.head(encoder.features());
        Parameters.initialise(head, manager, cell.seed().derive("head"));
        Network network = new Network(encoder, head);
        TrainingTask task =
                new TrainingTask(
                        network,
                        loss(),
                        cell.recipe().orElseThrow(),
                        objective.viewsPerImage(),
                        images,
                        cell.seed().derive("pretrain"));
        Optional<Checkpoint> saved = Checkpoint.find(checkpointFile);
        int epochsDone = saved.map(Checkpoint::epochsDone).orElse(0);
        Trainer trainer =
                new Trainer(
                        manager,
                        Prefetch.standard(),
                        logged(TrainingLog.open(logFile, epochsDone)),
                        (done, optimizer) ->
                                Checkpoint.of(done, network, optimizer).write(checkpointFile));
        try {
            if (saved.isPresent()) {
                listener.cellResumed(cell, "after epoch " + epochsDone);
                trainer.resume(task, epochsDone, saved.get().restore(network, manager));
            } else {
                trainer.train(task);
            }
        } catch (ModanException e) {
            throw new ModanException(e.code(), e.getMessage() + lastGoodState(), e);
        }
    }

    /** Once the encoder itself is kept. */
    void discardCheckpoint() {
        Checkpoint.delete(checkpointFile);
    }

    private BatchLoss loss() {
        MetadataTarget target = cell.corpus().orElseThrow().target();
        return (outputs, indices) ->
                objective.loss(outputs, target.targets(indices, outputs.getManager()));
    }

    private String lastGoodState() {
        return Checkpoint.find(checkpointFile)
                .map(
                        kept ->
                                "; the weights after epoch %d are kept in the cell's folder as %s"
                                        .formatted(kept.epochsDone(), checkpointFile.getFileName()))
                .orElse("");
    }

    private TrainingListener logged(TrainingLog log) {
        TrainingListener shown = new ListenerAdapter(listener);
        return new TrainingListener() {
            @Override
            public void step(int epoch, int step, int steps, double loss, int images) {
                shown.step(epoch, step, steps, loss, images);
            }

            @Override
            public void epoch(EpochReport report) {
                log.add(report);
                shown.epoch(report);
            }
        };
    }
}
