/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.modan.runtime.cell.AtomicFiles;
import org.modan.runtime.cell.CellResult;
import org.modan.runtime.cell.CellStore;
import org.modan.runtime.cell.OutputFolder;
import org.modan.runtime.data.ImageCache;
import org.modan.runtime.experiment.CheckpointConfig;
import org.modan.runtime.experiment.ExperimentFile;
import org.modan.runtime.plan.Cell;
import org.modan.runtime.plan.EvaluationCell;
import org.modan.runtime.plan.Plan;
import org.modan.runtime.plan.PretrainCell;
import org.modan.runtime.plan.RecipeRecord;
import org.modan.runtime.plan.RepresentationCell;
import org.modan.runtime.plugin.failure.PluginCall;
import org.modan.runtime.results.Comparison;
import org.modan.runtime.results.EncoderFiles;
import org.modan.runtime.results.Scores;
import org.modan.runtime.run.input.ImageSource;
import org.modan.runtime.run.listener.RunListener;
import org.modan.runtime.run.machine.ComputeDevice;
import org.modan.runtime.run.pretrain.AbandonedTrainings;
import org.modan.runtime.run.pretrain.PretrainRunner;
import org.modan.runtime.run.record.CellNotes;
import org.modan.runtime.run.record.FailedCell;
import org.modan.runtime.run.record.Provenance;
import org.modan.runtime.run.record.ReplacedJars;
import org.modan.runtime.text.Reasons;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/**
 * Runs the cells of a plan that are not done, one after the other. A cell that fails is recorded
 * and the rest goes on; the tables are written again after each cell, so that an interrupted run
 * leaves all it has.
 */
public final class ExperimentRunner {

    private final PretrainRunner pretrainRunner;
    private final Provenance provenance;
    private final ImageCacheFolder cacheFolder;
    private final ComputeDevice device;

    @Inject
    ExperimentRunner(
            PretrainRunner pretrainRunner,
            Provenance provenance,
            ImageCacheFolder cacheFolder,
            ComputeDevice device) {
        this.pretrainRunner = requireNonNull(pretrainRunner, "pretrainRunner is null");
        this.provenance = requireNonNull(provenance, "provenance is null");
        this.cacheFolder = requireNonNull(cacheFolder, "cacheFolder is null");
        this.device = requireNonNull(device, "device is null");
    }

    /**
     * Runs what is missing.
     *
     * @throws CancellationException if the thread is interrupted; the same call goes on from there
     */
    public RunOutcome run(ExperimentFile experiment, Plan plan, Path path, RunListener listener) {
        try (OutputFolder output = OutputFolder.open(path, name(experiment))) {
            CellStore cells = output.cells();
            cells.sweep();
            RunTables tables = new RunTables(output.path(), cells);
            writeExperiment(output.path(), experiment, plan);
            tables.writePlanned(plan);

            List<Cell> selected = plan.cells();
            Map<Boolean, List<Cell>> byDone =
                    selected.stream()
                            .collect(Collectors.partitioningBy(cell -> cells.isDone(cell.key())));
            List<Cell> missing = byDone.get(false);
            int done = byDone.get(true).size();
            // An earlier run may have been killed when it had only this left to do.
            selected.forEach(cell -> discardCheckpoints(cell, cells, listener));
            plan.warnings().forEach(listener::warning);
            new AbandonedTrainings(cells.folder())
                    .describe(plan.encoders().values().stream().map(PretrainCell::key).toList())
                    .ifPresent(listener::warning);
            new ReplacedJars(cells).describe(byDone.get(true)).forEach(listener::warning);
            listener.planned(selected.size(), done, output.path());

            if (!missing.isEmpty()) {
                device.start(); // what cannot start is no failure of a cell
            }
            ImageSource images =
                    new ImageSource(
                            new ImageCache(cacheFolder.path(), listener::warning), listener);
            decodeAll(missing, images);
            new Thumbnails(output.path(), images).write(plan);
            CellRunners runners = CellRunners.of(output.path(), cells, images, device, listener);
            int failed = 0;
            for (int i = 0; i < missing.size(); i++) {
                Cell cell = missing.get(i);
                listener.cellStarted(cell, done + i + 1, selected.size());
                CellResult result =
                        run(
                                cell,
                                checkpoint(experiment),
                                cells,
                                images,
                                runners,
                                plan.warnings(),
                                listener);
                discardCheckpoints(cell, cells, listener);
                failed += result.status() == CellResult.Status.FAILED ? 1 : 0;
                listener.cellFinished(cell, result);
                tables.writeSoFar(plan, experiment, listener);
            }
            List<Comparison> comparisons = tables.writeAll(plan, experiment);
            ClosingReport.write(output.path(), listener);
            return new RunOutcome(
                    selected.size(),
                    failed,
                    Scores.of(plan, cells),
                    comparisons,
                    EncoderFiles.of(plan, cells),
                    plan.skippedCounts(),
                    output.path());
        } catch (CancellationException | ModanException e) {
            if (e instanceof CancellationException || Thread.currentThread().isInterrupted()) {
                ClosingReport.writeInterrupted(path, listener);
            }
            throw e;
        }
    }

    /** Which a matrix cannot vary: all variants share one folder. */
    private static String name(ExperimentFile experiment) {
        return experiment.variants().get(0).experiment().name();
    }

    /** Which a matrix cannot vary either: it changes no outcome. */
    private static CheckpointConfig checkpoint(ExperimentFile experiment) {
        return experiment.variants().get(0).experiment().checkpoint();
    }

    /** Of a cell that is done. */
    private void discardCheckpoints(Cell cell, CellStore cells, RunListener listener) {
        if (cell instanceof PretrainCell pretrain && cells.isDone(cell.key())) {
            try {
                pretrainRunner.discardCheckpoints(pretrain, cells.folder(cell.key()));
            } catch (ModanException e) {
                listener.warning(e.getMessage() + "; it may be deleted");
            }
        }
    }

    /** Finds every unreadable image before the first hour of training, not after it. */
    private static void decodeAll(List<Cell> missing, ImageSource images) {
        for (Cell cell : missing) {
            if (cell instanceof PretrainCell pretrain) {
                pretrain.corpus()
                        .ifPresent(
                                corpus -> images.images(corpus.dataset(), pretrain.imageFormat()));
            } else if (cell instanceof EvaluationCell evaluation) {
                evaluation
                        .encoder()
                        .ifPresent(
                                encoder ->
                                        images.images(
                                                evaluation.task().dataset(),
                                                encoder.imageFormat()));
            } else if (cell instanceof RepresentationCell map) {
                images.images(map.corpus(), map.encoder().imageFormat());
            }
        }
    }

    private CellResult run(
            Cell cell,
            CheckpointConfig checkpoint,
            CellStore cells,
            ImageSource images,
            CellRunners runners,
            List<String> warnings,
            RunListener listener) {
        Path workspace = cells.workspace(cell.key());
        Provenance.Watch watch = provenance.start(workspace, cell);
        CellNotes notes = new CellNotes();
        CellResult result;
        try {
            result =
                    PluginCall.puttingBackDefaults(
                            () ->
                                    make(
                                            cell,
                                            checkpoint,
                                            workspace,
                                            images,
                                            runners,
                                            notes,
                                            listener));
        } catch (ModanException e) {
            refuseIfInterrupted(e);
            if (e.code() == ErrorCode.OUTPUT) {
                throw e; // no failure of the cell: no other could keep its result either
            }
            result = new FailedCell(cell, workspace).because(e);
        } catch (CancellationException e) {
            throw e; // interrupted, not failed: the workspace stays for the next run
        } catch (Throwable e) { // a plugin of another language throws IOException undeclared
            refuseIfInterrupted(e);
            result = new FailedCell(cell, workspace).because(e);
        }
        provenance.write(workspace, cell, watch, warnings, notes);
        cells.commit(cell.key(), result);
        return result;
    }

    private CellResult make(
            Cell cell,
            CheckpointConfig checkpoint,
            Path workspace,
            ImageSource images,
            CellRunners runners,
            CellNotes notes,
            RunListener listener) {
        if (cell instanceof PretrainCell pretrain) {
            return pretrainRunner.run(pretrain, checkpoint, workspace, images, notes, listener);
        }
        if (cell instanceof RepresentationCell map) {
            return runners.run(map, workspace, notes);
        }
        return runners.run((EvaluationCell) cell, workspace);
    }

    /** Whatever an interrupted thread was doing may fail: that is not the cell's failure. */
    private static void refuseIfInterrupted(Throwable e) {
        if (Thread.currentThread().isInterrupted()) {
            CancellationException cancelled = new CancellationException("interrupted");
            cancelled.initCause(e);
            throw cancelled;
        }
    }

    private static void writeExperiment(Path folder, ExperimentFile experiment, Plan plan) {
        Path file = folder.resolve("experiment.yaml");
        try {
            AtomicFiles.write(
                    file,
                    experiment.resolvedYaml(
                            arm ->
                                    Optional.ofNullable(plan.recipes().get(arm))
                                            .map(RecipeRecord::of)
                                            .orElse(Map.of())));
        } catch (IOException e) {
            throw new ModanException(ErrorCode.OUTPUT, "%s: %s".formatted(file, Reasons.of(e)), e);
        }
    }
}
