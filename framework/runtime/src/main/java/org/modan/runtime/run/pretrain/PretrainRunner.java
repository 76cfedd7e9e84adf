/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.pretrain;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDManager;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.modan.nn.internal.weights.LoadAudit;
import org.modan.nn.internal.weights.Safetensors;
import org.modan.nn.internal.weights.WeightFile;
import org.modan.nn.internal.weights.WeightFiles;
import org.modan.nn.internal.weights.Weights;
import org.modan.nn.layer.Parameters;
import org.modan.runtime.cell.CellResult;
import org.modan.runtime.cell.CellStore;
import org.modan.runtime.experiment.CheckpointConfig;
import org.modan.runtime.plan.CellKey;
import org.modan.runtime.plan.Corpus;
import org.modan.runtime.plan.PretrainCell;
import org.modan.runtime.run.input.Encoders;
import org.modan.runtime.run.input.ImageSource;
import org.modan.runtime.run.listener.RunListener;
import org.modan.runtime.run.machine.ComputeDevice;
import org.modan.runtime.run.machine.Machine;
import org.modan.runtime.run.record.CellNotes;
import org.modan.runtime.run.record.DoneCell;
import org.modan.spi.Encoder;
import org.modan.spi.Initialization;
import org.modan.spi.ModanException;

/**
 * Runs a pretraining cell: leaves {@code encoder.safetensors} and, if it trained, {@code log.csv}.
 */
public final class PretrainRunner {

    private final ComputeDevice device;

    @Inject
    public PretrainRunner(ComputeDevice device) {
        this.device = requireNonNull(device, "device is null");
    }

    /**
     * @param checkpoint how often a training is saved
     * @param notes gets what provenance should say of loading and resuming
     */
    public CellResult run(
            PretrainCell cell,
            CheckpointConfig checkpoint,
            Path workspace,
            ImageSource images,
            CellNotes notes,
            RunListener listener) {
        try (NDManager manager = NDManager.newBaseManager(device.start())) {
            Encoder encoder = Encoders.create(cell.encoder());
            // The same seed for every arm: they start from the same random weights.
            Parameters.initialise(encoder, manager, cell.seed().derive("encoder"));
            if (cell.initialization() instanceof Initialization.Train train) {
                new Pretraining(
                                cell,
                                train.objective(),
                                Machine.of(device),
                                new CheckpointSchedule(checkpoint, System::nanoTime),
                                workspace,
                                notes,
                                listener)
                        .train(
                                encoder,
                                images.images(
                                        cell.corpus().orElseThrow().dataset(), cell.imageFormat()),
                                manager);
            } else if (cell.initialization() instanceof Initialization.Load load) {
                LoadRecord loaded = load(load, encoder, manager);
                notes.put("loaded", loaded.asMap());
                listener.told(cell, loaded.toString());
            }
            Weights weights = Weights.of(encoder);
            Safetensors.write(workspace.resolve(CellStore.ENCODER), weights, metadata(cell));
            return DoneCell.of(cell, weights.digest());
        }
    }

    /**
     * Removes what a training is resumed from, which takes twice its encoder's room and more.
     *
     * @param folder of the cell, done
     */
    public void discardCheckpoints(PretrainCell cell, Path folder) {
        new CheckpointFolder(folder, cell.key().digest()).clear();
        new ResumeHistory(folder).delete();
    }

    private static LoadRecord load(Initialization.Load load, Encoder encoder, NDManager manager) {
        WeightFile file = WeightFiles.read(load.weights());
        try {
            LoadAudit audit = file.weights().loadInto(encoder, manager, load.stem());
            return new LoadRecord(load.weights(), file.part(), audit);
        } catch (ModanException e) {
            throw new ModanException(
                    e.code(), "%s: %s".formatted(load.weights(), e.getMessage()), e);
        }
    }

    /**
     * What a reader of the weight file should know of it. All of it follows from the cell's key: an
     * arm's id does not, as arms of several names may share one encoder.
     */
    private static Map<String, String> metadata(PretrainCell cell) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("format", "pt");
        metadata.put("encoder", cell.encoder().name());
        metadata.put("stem", cell.encoder().stem());
        metadata.put("channels", Integer.toString(cell.encoder().channels()));
        cell.recipe()
                .ifPresent(
                        trained ->
                                metadata.put(
                                        "image-size", Integer.toString(cell.imageFormat().size())));
        metadata.put("strategy", String.valueOf(cell.identity().get("extension")));
        cell.corpus()
                .map(Corpus::dataset)
                .ifPresent(
                        dataset -> {
                            metadata.put("dataset", dataset.adapterName());
                            metadata.put("dataset-digest", dataset.digest().images());
                        });
        metadata.put("config", CellKey.text(cell.identity()));
        metadata.put("config-digest", cell.key().digest());
        return metadata;
    }
}
