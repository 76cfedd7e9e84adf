/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.results;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.modan.runtime.cell.AtomicFiles;
import org.modan.runtime.cell.CellResult;
import org.modan.runtime.cell.CellResult.FoldResult;
import org.modan.runtime.cell.CellStore;
import org.modan.runtime.cell.Predictions;
import org.modan.runtime.cell.Predictions.Prediction;
import org.modan.runtime.plan.Plan;
import org.modan.runtime.plan.Plan.Entry;
import org.modan.runtime.plan.Task;
import org.modan.runtime.text.Reasons;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.Sample;

/** Writes results.csv, predictions/ and folds/ of an output folder. */
public final class ResultTables {

    private static final CSVFormat CSV = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    private final Path folder;
    private final CellStore cells;

    public ResultTables(Path folder, CellStore cells) {
        this.folder = requireNonNull(folder, "folder is null");
        this.cells = requireNonNull(cells, "cells is null");
    }

    /** One row for each fold of each cell that was run, and one for each that failed. */
    public void writeResults(Plan plan) {
        List<Object[]> rows = new ArrayList<>();
        for (Entry entry : plan.entries()) {
            Optional<CellResult> result = cells.find(entry.cell().key());
            if (result.isEmpty()) {
                continue;
            }
            if (result.get().status() == CellResult.Status.FAILED) {
                rows.add(row(entry, "", "", "", "", "failed"));
            }
            for (FoldResult fold : result.get().folds()) {
                rows.add(
                        row(
                                entry,
                                fold.fold(),
                                Double.toString(fold.auc()),
                                fold.trainSize(),
                                fold.testSize(),
                                "done"));
            }
        }
        write(
                folder.resolve("results.csv"),
                new String[] {
                    "arm",
                    "strategy",
                    "dataset",
                    "evaluator",
                    "repeat",
                    "fold",
                    "metric",
                    "value",
                    "n_train",
                    "n_test",
                    "status",
                    "cell"
                },
                rows);
    }

    private static Object[] row(
            Entry entry, Object fold, Object auc, Object train, Object test, String status) {
        return new Object[] {
            entry.arm(),
            entry.strategy(),
            entry.task(),
            entry.evaluator(),
            entry.repeat(),
            fold,
            "auc",
            auc,
            train,
            test,
            status,
            entry.cell().key().folder()
        };
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
        write(folder.resolve("encoders.csv"), new String[] {"arm", "strategy", "encoder"}, rows);
    }

    /** One file for each arm, task and evaluator, with all repeats that were run. */
    public void writePredictions(Plan plan) {
        Map<String, List<Prediction>> files = new LinkedHashMap<>();
        for (Entry entry : plan.entries()) {
            Path file = cells.folder(entry.cell().key()).resolve(CellStore.PREDICTIONS);
            if (cells.isDone(entry.cell().key()) && Files.exists(file)) {
                String name =
                        FileName.of(
                                        "%s.%s.%s"
                                                .formatted(
                                                        entry.arm(),
                                                        entry.task(),
                                                        entry.evaluator()))
                                + ".csv";
                try {
                    files.computeIfAbsent(name, key -> new ArrayList<>())
                            .addAll(Predictions.read(file));
                } catch (IOException e) {
                    throw unusable(file, e);
                }
            }
        }
        Path directory = directory("predictions");
        files.forEach(
                (name, predictions) -> {
                    Path file = directory.resolve(name);
                    try {
                        Predictions.write(file, predictions);
                    } catch (IOException e) {
                        throw unusable(file, e);
                    }
                });
    }

    /** One file for each task: who is tested in which fold of which repeat. */
    public void writeFolds(Plan plan) {
        Path directory = directory("folds");
        plan.tasks()
                .forEach(
                        (name, task) ->
                                write(
                                        directory.resolve(FileName.of(name) + ".csv"),
                                        new String[] {"sample", "group", "label", "repeat", "fold"},
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
            throw unusable(directory, e);
        }
    }

    private static void write(Path file, String[] header, List<Object[]> rows) {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, CSV)) {
            printer.printRecord((Object[]) header);
            printer.printRecords(rows);
            AtomicFiles.write(file, text.toString());
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private static ModanException unusable(Path file, IOException e) {
        return new ModanException(ErrorCode.OUTPUT, "%s: %s".formatted(file, Reasons.of(e)), e);
    }
}
