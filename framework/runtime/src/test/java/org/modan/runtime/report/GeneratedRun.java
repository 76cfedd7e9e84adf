/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.modan.runtime.cell.CellResult.Status;
import org.modan.runtime.cell.Predictions;
import org.modan.runtime.cell.Predictions.Prediction;
import org.modan.runtime.experiment.yaml.YamlWriter;
import org.modan.runtime.metrics.RocAuc;
import org.modan.runtime.plan.EvaluatorKind;
import org.modan.runtime.results.EvaluatorFile;
import org.modan.runtime.results.FileName;
import org.modan.runtime.results.ResultFile;
import org.modan.runtime.results.ResultRow;
import org.modan.spi.Digests;
import org.modan.spi.Seed;

/**
 * An output folder as a run leaves it, with scores drawn at random: arms listed first are better.
 */
final class GeneratedRun {

    private final Path folder;
    private final GeneratedFiles files;
    private final RandomGenerator random = new Seed(5).random();
    private List<String> arms = List.of("mulsupcon", "simclr", "scratch");
    private List<String> tasks = List.of("busi", "thyroid");
    private List<String> evaluators = List.of("fine-tune");
    private String profile = "rigorous";
    private String reference = "scratch";
    private int repeats = 4;
    private int folds = 3;
    private int images = 90;
    private int mapped;
    private boolean control;
    private List<String> warnings = List.of();
    private final Set<String> failed = new TreeSet<>();
    private final Set<String> missing = new TreeSet<>();
    private final Map<String, String> versions = new LinkedHashMap<>();

    GeneratedRun(Path folder) {
        this.folder = folder;
        this.files = new GeneratedFiles(folder);
    }

    GeneratedRun arms(String... names) {
        arms = List.of(names);
        reference = names[names.length - 1];
        return this;
    }

    GeneratedRun reference(String arm) {
        reference = arm;
        return this;
    }

    GeneratedRun tasks(String... names) {
        tasks = List.of(names);
        return this;
    }

    GeneratedRun evaluators(String... names) {
        evaluators = List.of(names);
        return this;
    }

    GeneratedRun protocol(String name, int numberOfRepeats, int numberOfFolds) {
        profile = name;
        repeats = numberOfRepeats;
        folds = numberOfFolds;
        return this;
    }

    GeneratedRun images(int number) {
        images = number;
        return this;
    }

    /** Maps of so many images of a corpus. */
    GeneratedRun maps(int number) {
        mapped = number;
        return this;
    }

    /** A control beside the arms. */
    GeneratedRun control() {
        control = true;
        return this;
    }

    GeneratedRun warnings(String... texts) {
        warnings = List.of(texts);
        return this;
    }

    GeneratedRun failing(String arm, String task, int repeat) {
        failed.add(key(arm, task, repeat));
        return this;
    }

    GeneratedRun without(String arm, String task, int repeat) {
        missing.add(key(arm, task, repeat));
        return this;
    }

    /** The version of Modan that an arm was made with. */
    GeneratedRun version(String arm, String modan) {
        versions.put(arm, modan);
        return this;
    }

    private static String key(String arm, String task, int repeat) {
        return "%s|%s|%d".formatted(arm, task, repeat);
    }

    Path write() {
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve("experiment.yaml"),
                    YamlWriter.write(
                            new GeneratedSettings(
                                            arms,
                                            tasks,
                                            evaluators,
                                            control,
                                            mapped > 0,
                                            profile,
                                            folds,
                                            repeats,
                                            reference)
                                    .tree()));
            for (String task : tasks) {
                writeFolds(task);
            }
            writeEncoders();
            writeEvaluators();
            List<ResultRow> rows = new ArrayList<>();
            for (String evaluator : evaluators) {
                for (String task : tasks) {
                    for (String arm : arms) {
                        evaluate(
                                arm,
                                arm.equals("scratch") ? "scratch" : "mulsupcon",
                                task,
                                evaluator,
                                rows);
                    }
                }
            }
            if (control) {
                for (String task : tasks) {
                    evaluate("metadata-only", "control", task, "metadata-only", rows);
                }
            }
            ResultFile.write(folder.resolve("results.csv"), rows);
            if (mapped > 0) {
                new GeneratedMaps(folder, arms, mapped, random).write();
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeFolds(String task) throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        for (int repeat = 0; repeat < repeats; repeat++) {
            for (int i = 0; i < images; i++) {
                rows.add(List.of(sample(i), "patient-" + i / 2, i / 2 % 2, repeat, i % folds));
            }
        }
        files.csv(
                "folds/" + FileName.of(task) + ".csv",
                List.of("sample", "group", "label", "repeat", "fold"),
                rows);
    }

    static String sample(int index) {
        return "image-%05d.png".formatted(index);
    }

    private void writeEncoders() throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        for (String arm : arms) {
            String cell = cell("encoder", arm);
            rows.add(List.of(arm, "mulsupcon", "cells/%s/encoder.safetensors".formatted(cell)));
            Map<String, Object> identity = new LinkedHashMap<>();
            identity.put("kind", "pretrain");
            writeCell(arm, cell, "pretrain " + arm, identity, 74.5, Optional.empty());
            if (!arm.equals("scratch")) {
                List<List<Object>> epochs = new ArrayList<>();
                for (int epoch = 1; epoch <= 8; epoch++) {
                    epochs.add(List.of(epoch, 2.2 + 1.4 / epoch, 0.05, 210 + epoch));
                }
                files.csv(
                        "cells/%s/log.csv".formatted(cell),
                        List.of("epoch", "loss", "learning_rate", "images_per_second"),
                        epochs);
            }
        }
        files.csv("encoders.csv", List.of("arm", "strategy", "encoder"), rows);
    }

    private void writeEvaluators() {
        Map<String, EvaluatorKind> kinds = new LinkedHashMap<>();
        evaluators.forEach(evaluator -> kinds.put(evaluator, EvaluatorKind.TRANSFER));
        if (control) {
            kinds.put("metadata-only", EvaluatorKind.CONTROL);
        }
        if (mapped > 0) {
            kinds.put("embedding-map", EvaluatorKind.REPRESENTATION);
        }
        EvaluatorFile.write(folder.resolve(EvaluatorFile.NAME), kinds);
    }

    private void evaluate(
            String arm, String strategy, String task, String evaluator, List<ResultRow> rows)
            throws IOException {
        int rank = arms.contains(arm) ? arms.indexOf(arm) : arms.size();
        double strength = 1.6 - 0.35 * rank - 0.2 * tasks.indexOf(task);
        GeneratedScores scores = new GeneratedScores(images, folds, random);
        List<Prediction> predictions = new ArrayList<>();
        for (int repeat = 0; repeat < repeats; repeat++) {
            if (missing.contains(key(arm, task, repeat))) {
                continue;
            }
            String cell = cell("evaluate", arm, task, evaluator, repeat);
            Map<String, Object> identity = new LinkedHashMap<>();
            identity.put("kind", "evaluate");
            identity.put("task", task);
            boolean fails = failed.contains(key(arm, task, repeat));
            writeCell(
                    arm,
                    cell,
                    "%s %s on %s, repeat %d".formatted(evaluator, arm, task, repeat),
                    identity,
                    12.25,
                    fails ? Optional.of("the loss is not a number in epoch 3") : Optional.empty());
            if (fails) {
                rows.add(GeneratedScores.failed(arm, strategy, task, evaluator, repeat, cell));
                continue;
            }
            for (int fold = 0; fold < folds; fold++) {
                List<Prediction> part = scores.fold(repeat, fold, strength);
                predictions.addAll(part);
                int[] labels = part.stream().mapToInt(Prediction::label).toArray();
                double[] values = part.stream().mapToDouble(Prediction::score).toArray();
                rows.add(
                        new ResultRow(
                                arm,
                                strategy,
                                task,
                                evaluator,
                                repeat,
                                OptionalInt.of(fold),
                                "auc",
                                OptionalDouble.of(RocAuc.of(labels, values)),
                                OptionalInt.of(images - part.size()),
                                OptionalInt.of(part.size()),
                                Status.DONE,
                                cell));
            }
        }
        Files.createDirectories(folder.resolve("predictions"));
        Predictions.write(
                folder.resolve("predictions")
                        .resolve(FileName.of("%s.%s.%s".formatted(arm, task, evaluator)) + ".csv"),
                predictions);
    }

    private static String cell(Object... identity) {
        return Digests.ofText(List.of(identity).toString()).substring(0, 16);
    }

    private void writeCell(
            String arm,
            String cell,
            String title,
            Map<String, Object> identity,
            double seconds,
            Optional<String> error)
            throws IOException {
        String modan = versions.getOrDefault(arm, "0.1.0");
        identity.put("modan", modan);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("title", title);
        result.put("error", error.orElse(null));
        result.put("artefact", Digests.ofText("artefact of " + cell));
        result.put("identity", identity);
        Map<String, Object> provenance = new LinkedHashMap<>();
        provenance.put("modan", modan);
        provenance.put("java", "Debian 17.0.15");
        provenance.put("plugins", Map.of("strategy", plugin("hybrid"), "task", plugin("clinic")));
        provenance.put("classes", List.of("benign", "malignant"));
        provenance.put("warnings", warnings);
        provenance.put("seconds-since-last-start", seconds);
        files.json("cells/%s/result.json".formatted(cell), result);
        files.json("cells/%s/provenance.json".formatted(cell), provenance);
    }

    private static Map<String, String> plugin(String id) {
        return Map.of("id", id, "version", "1.0", "sha256", Digests.ofText(id));
    }
}
