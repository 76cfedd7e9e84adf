/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.modan.runtime.data.OpenDataset;
import org.modan.runtime.data.Unreadable;
import org.modan.runtime.experiment.ArmConfig;
import org.modan.spi.Evaluator;
import org.modan.spi.TrainingRecipe;

/**
 * The whole matrix.
 *
 * @param pretraining encoders to be made, each once, in the experiment's order
 * @param evaluation evaluations to be run, each once, in the experiment's order
 * @param representations layouts of the corpus to be made, each once, in the experiment's order
 * @param entries what the results are made of: several entries may share one cell, as scratch does
 *     under every choice of metadata
 * @param maps what the layouts of the corpus are for; several may share one cell
 * @param encoders which cell makes the encoder of each arm, selected or not; arms that agree in all
 *     that matters share one
 * @param tasks the tasks, with the matrix's values in brackets where there is a matrix
 * @param recipes the settings each arm is trained with; none for arms that are not
 * @param datasets all that were opened for it, closed with it
 * @param skipped images that are left out, as they cannot be read, by what messages call their
 *     dataset
 * @param warnings what the user should know before trusting the results
 */
public record Plan(
        List<PretrainCell> pretraining,
        List<EvaluationCell> evaluation,
        List<RepresentationCell> representations,
        List<Entry> entries,
        List<MapEntry> maps,
        Map<String, PretrainCell> encoders,
        Map<String, Task> tasks,
        Map<ArmConfig, TrainingRecipe> recipes,
        List<OpenDataset> datasets,
        Map<String, List<Unreadable>> skipped,
        List<String> warnings)
        implements AutoCloseable {

    /** What stands in the place of a strategy in the rows of a control. */
    public static final String CONTROL = "control";

    /**
     * One row group of the results.
     *
     * @param arm the arm's id, or a control's, with the matrix's values in brackets where there is
     *     a matrix
     * @param strategy the arm's, or {@code control}
     */
    public record Entry(
            String arm,
            String strategy,
            String task,
            String evaluator,
            int repeat,
            EvaluationCell cell) {}

    /**
     * How an arm's encoder lays out the corpus.
     *
     * @param arm the arm's id, with the matrix's values in brackets where there is a matrix
     */
    public record MapEntry(
            String arm, String strategy, String evaluator, RepresentationCell cell) {}

    public Plan {
        pretraining = List.copyOf(pretraining);
        evaluation = List.copyOf(evaluation);
        representations = List.copyOf(representations);
        maps = List.copyOf(maps);
        entries = List.copyOf(entries);
        encoders = Collections.unmodifiableMap(new LinkedHashMap<>(encoders));
        tasks = Collections.unmodifiableMap(new LinkedHashMap<>(tasks));
        recipes = Map.copyOf(recipes);
        datasets = List.copyOf(datasets);
        skipped = Collections.unmodifiableMap(new LinkedHashMap<>(skipped));
        warnings = List.copyOf(warnings);
    }

    /** All that are to be run, each after those it needs. */
    public List<Cell> cells() {
        List<Cell> cells = new ArrayList<>(pretraining);
        cells.addAll(representations);
        cells.addAll(evaluation);
        return cells;
    }

    /** How many images are left out, by what messages call their dataset. */
    public Map<String, Integer> skippedCounts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        skipped.forEach((name, images) -> counts.put(name, images.size()));
        return counts;
    }

    /** Of which kind each evaluator with a part in it is, by id. */
    public Map<String, EvaluatorKind> evaluators() {
        Map<String, EvaluatorKind> kinds = new LinkedHashMap<>();
        entries.forEach(entry -> put(kinds, entry.evaluator(), entry.cell().evaluator()));
        maps.forEach(map -> put(kinds, map.evaluator(), map.cell().evaluator()));
        return kinds;
    }

    private static void put(Map<String, EvaluatorKind> kinds, String id, Evaluator evaluator) {
        EvaluatorKind.of(evaluator).ifPresent(kind -> kinds.putIfAbsent(id, kind));
    }

    @Override
    public void close() {
        datasets.forEach(OpenDataset::close);
    }
}
