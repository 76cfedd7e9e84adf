/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.results;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.modan.runtime.cell.CellStore;
import org.modan.runtime.cell.Predictions;
import org.modan.runtime.cell.Predictions.Prediction;
import org.modan.runtime.experiment.ExperimentFile;
import org.modan.runtime.plan.Plan;
import org.modan.runtime.plan.Plan.Entry;
import org.modan.runtime.plan.Task;
import org.modan.spi.Sample;

/** Writes results.csv, comparisons.csv, predictions/ and folds/ of an output folder. */
public final class ResultTables {

    /** The folder of the predictions of all arms. */
    public static final String PREDICTIONS = "predictions";

    private final Path folder;
    private final CellStore cells;
    private final PlanResults results;

    public ResultTables(Path folder, CellStore cells) {
        this.folder = requireNonNull(folder, "folder is null");
        this.cells = requireNonNull(cells, "cells is null");
        this.results = new PlanResults(cells);
    }

    /** results.csv and what follows from it, comparisons.csv. */
    public List<Comparison> writeResults(Plan plan, ExperimentFile experiment) {
        List<ResultRow> rows = results.rows(plan.entries());
        ResultFile.write(folder.resolve(ResultFile.NAME), rows);
        List<Comparison> comparisons = Comparisons.of(rows, experiment.variants());
        ComparisonFile.write(folder.resolve(ComparisonFile.NAME), comparisons);
        return comparisons;
    }

    /** One row for each arm whose encoder is there: where it is, from the folder of the results. */
    public void writeEncoders(Plan plan) {
        List<Object[]> rows = new ArrayList<>();
        EncoderFiles.of(plan, cells)
                .forEach(
                        (arm, file) ->
                                rows.add(
                                        new Object[] {
                                            arm,
                                            plan.encoders().get(arm).identity().get("extension"),
                                            folder.relativize(file).toString().replace('\\', '/')
                                        }));
        TableFile.write(
                folder.resolve("encoders.csv"), List.of("arm", "strategy", "encoder"), rows);
    }

    /** One file for each arm, task and evaluator, with all repeats that were run. */
    public void writePredictions(Plan plan) {
        Map<String, List<Prediction>> files = new LinkedHashMap<>();
        for (Entry entry : plan.entries()) {
            Path file = cells.folder(entry.cell().key()).resolve(CellStore.PREDICTIONS);
            if (cells.isDone(entry.cell().key()) && Files.exists(file)) {
                String name = FileName.ofPredictions(entry.arm(), entry.task(), entry.evaluator());
                try {
                    files.computeIfAbsent(name, key -> new ArrayList<>())
                            .addAll(Predictions.read(file));
                } catch (IOException e) {
                    throw TableFile.unusable(file, e);
                }
            }
        }
        Path directory = directory(PREDICTIONS);
        files.forEach(
                (name, predictions) -> {
                    Path file = directory.resolve(name);
                    try {
                        Predictions.write(file, predictions);
                    } catch (IOException e) {
                        throw TableFile.unusable(file, e);
                    }
                });
    }

    /**
     * comparisons.csv with what takes too long to do after every cell, from the predictions that
     * were written.
     *
     * @return the comparisons with all there is to know of them
     */
    public List<Comparison> writeComparisons(
            List<Comparison> comparisons, ExperimentFile experiment) {
        List<Comparison> complete =
                new PatientIntervals(
                                folder.resolve(PREDICTIONS),
                                experiment.variants().get(0).experiment().seed())
                        .addTo(comparisons);
        ComparisonFile.write(folder.resolve(ComparisonFile.NAME), complete);
        return complete;
    }

    /** One row for each evaluator. */
    public void writeEvaluators(Plan plan) {
        EvaluatorFile.write(folder.resolve(EvaluatorFile.NAME), plan.evaluators());
    }

    /** One row for each image that was left out; the header alone says that there was none. */
    public void writeSkipped(Plan plan) {
        List<Object[]> rows = new ArrayList<>();
        plan.skipped()
                .forEach(
                        (dataset, images) ->
                                images.forEach(
                                        image ->
                                                rows.add(
                                                        new Object[] {
                                                            dataset, image.id(), image.reason()
                                                        })));
        TableFile.write(
                folder.resolve("skipped.csv"), List.of("dataset", "sample", "reason"), rows);
    }

    /** One file for each task: who is tested in which fold of which repeat. */
    public void writeFolds(Plan plan) {
        Path directory = directory("folds");
        plan.tasks()
                .forEach(
                        (name, task) ->
                                TableFile.write(
                                        directory.resolve(FileName.of(name) + ".csv"),
                                        List.of("sample", "group", "label", "repeat", "fold"),
                                        folds(task)));
    }

    private static List<Object[]> folds(Task task) {
        List<Object[]> rows = new ArrayList<>();
        List<Sample> samples = task.dataset().samples();
        for (int repeat = 0; repeat < task.folds().repeats(); repeat++) {
            for (int i = 0; i < samples.size(); i++) {
                rows.add(
                        new Object[] {
                            samples.get(i).id(),
                            samples.get(i).group().orElse(""),
                            task.label(i),
                            repeat,
                            task.folds().foldOf(repeat, i)
                        });
            }
        }
        return rows;
    }

    private Path directory(String name) {
        Path directory = folder.resolve(name);
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw TableFile.unusable(directory, e);
        }
    }
}
