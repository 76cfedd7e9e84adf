/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.stored;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modan.runtime.plan.EvaluatorKind;

/**
 * All that an output folder tells of its experiment, but the predictions: of those there may be too
 * many to hold at once.
 *
 * @param folder where it lies
 * @param results rows of results.csv
 * @param comparisons rows of comparisons.csv
 * @param tasks what folds/ says of each task
 * @param evaluators of which kind each is, as far as the folder tells
 * @param encoders the folder of the cell that made the encoder of each arm
 * @param cells those that results and encoders name, by their folder
 * @param maps from embeddings/
 * @param thumbnails of the maps' images, one sheet a corpus
 * @param measures the table measures.csv
 * @param skipped the table skipped.csv
 * @param problems what could not be read, a sentence each
 */
public record StoredRun(
        Path folder,
        Settings settings,
        List<ResultLine> results,
        List<ComparisonLine> comparisons,
        List<TaskFolds> tasks,
        Map<String, EvaluatorKind> evaluators,
        Map<String, String> encoders,
        Map<String, StoredCell> cells,
        List<EmbeddingMap> maps,
        List<Thumbnails> thumbnails,
        Optional<CsvFile> measures,
        Optional<CsvFile> skipped,
        List<String> problems) {

    public StoredRun {
        requireNonNull(folder, "folder is null");
        requireNonNull(settings, "settings is null");
        results = List.copyOf(results);
        comparisons = List.copyOf(comparisons);
        tasks = List.copyOf(tasks);
        evaluators = Collections.unmodifiableMap(new LinkedHashMap<>(evaluators));
        encoders = Collections.unmodifiableMap(new LinkedHashMap<>(encoders));
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
        maps = List.copyOf(maps);
        thumbnails = List.copyOf(thumbnails);
        requireNonNull(measures, "measures is null");
        requireNonNull(skipped, "skipped is null");
        problems = List.copyOf(problems);
    }

    /** The same run with another question asked of it. */
    public StoredRun with(Settings otherSettings, List<ComparisonLine> otherComparisons) {
        return new StoredRun(
                folder,
                otherSettings,
                results,
                otherComparisons,
                tasks,
                evaluators,
                encoders,
                cells,
                maps,
                thumbnails,
                measures,
                skipped,
                problems);
    }

    /** The cell that made the encoder of an arm. */
    public Optional<StoredCell> encoder(String arm) {
        return Optional.ofNullable(encoders.get(arm)).map(cells::get);
    }
}
