/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.stored;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.modan.runtime.cell.Predictions;
import org.modan.runtime.cell.Predictions.Prediction;
import org.modan.runtime.experiment.yaml.MapNode;
import org.modan.runtime.experiment.yaml.Node;
import org.modan.runtime.experiment.yaml.Origin;
import org.modan.runtime.experiment.yaml.YamlReader;
import org.modan.runtime.plan.EvaluatorKind;
import org.modan.runtime.results.EvaluatorFile;
import org.modan.runtime.results.FileName;
import org.modan.runtime.results.ResultTables;
import org.modan.runtime.text.Reasons;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/** Reads an output folder. */
public final class RunFolder {

    private static final String EXPERIMENT = "experiment.yaml";
    private static final String RESULTS = "results.csv";
    private static final String CSV = ".csv";
    private static final List<String> RESULT_COLUMNS =
            List.of("arm", "strategy", "dataset", "evaluator", "repeat", "fold", "metric", "value");

    private final Path folder;
    private final List<String> problems = new ArrayList<>();

    private RunFolder(Path folder) {
        this.folder = requireNonNull(folder, "folder is null");
    }

    /**
     * @throws ModanException if it is no output folder; whatever else is wrong is among the run's
     *     problems
     */
    public static StoredRun read(Path folder) {
        refuse(folder);
        return new RunFolder(folder).read();
    }

    /** What comparisons.csv holds now; nothing if it is not there or cannot be read. */
    public static List<ComparisonLine> comparisons(Path folder) {
        return new RunFolder(folder).comparisons();
    }

    /**
     * What was predicted of the images of a task, all repeats together; nothing if there is no such
     * file.
     *
     * @throws IOException if it is damaged
     */
    public static List<Prediction> predictions(Path folder, Series series) throws IOException {
        Path file =
                folder.resolve(ResultTables.PREDICTIONS)
                        .resolve(
                                FileName.ofPredictions(
                                        series.arm(), series.task(), series.evaluator()));
        return Files.exists(file) ? Predictions.read(file) : List.of();
    }

    private static void refuse(Path folder) {
        if (!Files.exists(folder)) {
            throw unusable(folder, "is not there; give the folder a run wrote to");
        }
        if (!Files.isDirectory(folder)) {
            throw unusable(folder, "is a file; give the folder a run wrote to");
        }
        if (!Files.exists(folder.resolve(EXPERIMENT)) && !Files.exists(folder.resolve(RESULTS))) {
            throw unusable(
                    folder,
                    "is no output folder: it has neither %s nor %s; give the folder a run wrote to"
                            .formatted(EXPERIMENT, RESULTS));
        }
    }

    private StoredRun read() {
        Settings settings = settings();
        List<ResultLine> results =
                lines(RESULTS, RESULT_COLUMNS).stream().map(ResultLine::of).toList();
        if (!Files.exists(folder.resolve(RESULTS))) {
            problems.add("There is no results.csv: nothing has been evaluated yet.");
        }
        Map<String, String> encoders = encoders();
        Set<String> wanted = new LinkedHashSet<>(encoders.values());
        results.stream().map(ResultLine::cell).filter(cell -> !cell.isEmpty()).forEach(wanted::add);
        Map<String, StoredCell> cells =
                new CellFolders(folder.resolve("cells"), problems::add).read(wanted);
        Embeddings embeddings = new Embeddings(folder.resolve("embeddings"), problems::add);
        Set<String> arms = new LinkedHashSet<>(settings.ids("pretrain"));
        arms.addAll(encoders.keySet());
        results.forEach(line -> arms.add(line.arm()));
        List<EmbeddingMap> maps = embeddings.maps(arms, settings.ids("evaluators"));
        return new StoredRun(
                folder,
                settings,
                results,
                comparisons(),
                tasks(settings),
                evaluators(),
                encoders,
                cells,
                maps,
                maps.isEmpty() ? List.of() : embeddings.thumbnails(),
                table("measures.csv", List.of("arm", "evaluator", "measure", "value")),
                table("skipped.csv", List.of()),
                problems);
    }

    private Settings settings() {
        Path file = folder.resolve(EXPERIMENT);
        if (!Files.exists(file)) {
            problems.add(
                    "There is no experiment.yaml: what was asked for is not known, so that missing"
                            + " cells cannot be told.");
            return Settings.unknown();
        }
        try {
            String text = Files.readString(file);
            List<String> mistakes = new ArrayList<>();
            Optional<Node> root =
                    new YamlReader(
                                    Origin.ofText(EXPERIMENT, folder),
                                    problem ->
                                            mistakes.add(
                                                    problem.origin().prefix() + problem.message()))
                            .read(text);
            mistakes.forEach(mistake -> problems.add("%s.".formatted(mistake)));
            return root.filter(MapNode.class::isInstance)
                    .map(node -> Settings.of(text, (MapNode) node))
                    .orElseGet(
                            () -> {
                                problems.add(
                                        "experiment.yaml holds no experiment; it is left out.");
                                return Settings.unknown();
                            });
        } catch (IOException e) {
            problems.add(unread(EXPERIMENT, Reasons.of(e)));
            return Settings.unknown();
        }
    }

    private Optional<CsvFile> table(String name, List<String> columns) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            CsvFile table = CsvFile.read(file);
            Optional<String> lacking = table.lacks(columns);
            lacking.ifPresent(column -> problems.add(unread(name, "it has no column " + column)));
            return lacking.isPresent() ? Optional.empty() : Optional.of(table);
        } catch (IOException e) {
            problems.add(unread(name, Reasons.of(e)));
            return Optional.empty();
        }
    }

    private List<CsvFile.Line> lines(String name, List<String> columns) {
        return table(name, columns).map(CsvFile::lines).orElse(List.of());
    }

    private List<ComparisonLine> comparisons() {
        return lines("comparisons.csv", List.of("dataset", "evaluator", "metric", "arm")).stream()
                .map(ComparisonLine::of)
                .toList();
    }

    private Map<String, EvaluatorKind> evaluators() {
        Map<String, EvaluatorKind> kinds = new LinkedHashMap<>();
        for (CsvFile.Line line : lines(EvaluatorFile.NAME, EvaluatorFile.COLUMNS)) {
            EvaluatorKind.find(line.text("kind"))
                    .ifPresent(kind -> kinds.put(line.text("evaluator"), kind));
        }
        return kinds;
    }

    private Map<String, String> encoders() {
        Map<String, String> encoders = new LinkedHashMap<>();
        lines("encoders.csv", List.of("arm", "encoder"))
                .forEach(line -> encoders.put(line.text("arm"), cell(line.text("encoder"))));
        return encoders;
    }

    /** {@code cells/KEY/encoder.safetensors} names KEY. */
    private static String cell(String encoder) {
        String[] steps = encoder.split("/");
        return steps.length < 2 ? "" : steps[steps.length - 2];
    }

    private List<TaskFolds> tasks(Settings settings) {
        Map<String, String> titles = new LinkedHashMap<>();
        settings.ids("tasks").forEach(id -> titles.put(FileName.of(id), id));
        Path directory = folder.resolve("folds");
        if (!Files.isDirectory(directory)) {
            problems.add("There is no folder folds/: what the tasks hold is not known.");
            return List.of();
        }
        List<TaskFolds> tasks = new ArrayList<>();
        for (String file : Names.sorted(directory, CSV, problems::add)) {
            String stem = file.substring(0, file.length() - CSV.length());
            table("folds/" + file, List.of("sample", "group", "label", "repeat", "fold"))
                    .ifPresent(
                            table ->
                                    tasks.add(
                                            TaskFolds.of(titles.getOrDefault(stem, stem), table)));
        }
        Function<TaskFolds, Integer> rank =
                task -> {
                    int index = new ArrayList<>(titles.values()).indexOf(task.task());
                    return index < 0 ? Integer.MAX_VALUE : index;
                };
        return tasks.stream().sorted(Comparator.comparing(rank)).toList();
    }

    static String unread(String file, String reason) {
        return "%s cannot be read, and is left out: %s.".formatted(file, reason);
    }

    private static ModanException unusable(Path folder, String message) {
        return new ModanException(ErrorCode.OUTPUT, "%s %s".formatted(folder, message));
    }
}
