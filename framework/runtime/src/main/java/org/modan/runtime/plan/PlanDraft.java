/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.modan.runtime.experiment.ArmConfig;
import org.modan.runtime.experiment.ArmLabel;
import org.modan.runtime.experiment.Variant;
import org.modan.runtime.plan.Plan.Entry;
import org.modan.runtime.plan.Plan.MapEntry;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.TrainingRecipe;

/** A plan in the making: what is selected is to be run, the rest is remembered. */
final class PlanDraft {

    /** What a selection calls the corpus where a task is asked for. */
    private static final String CORPUS = "corpus";

    private final Selection selection;
    private final Map<CellKey, PretrainCell> pretraining = new LinkedHashMap<>();
    private final Map<CellKey, EvaluationCell> evaluation = new LinkedHashMap<>();
    private final Map<CellKey, RepresentationCell> representations = new LinkedHashMap<>();
    private final List<MapEntry> maps = new ArrayList<>();
    private final Map<String, PretrainCell> encoders = new LinkedHashMap<>();
    private final Map<String, Task> tasks = new LinkedHashMap<>();
    private final Map<ArmConfig, TrainingRecipe> recipes = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Map<String, String>> points = new ArrayList<>();

    PlanDraft(Selection selection) {
        this.selection = requireNonNull(selection, "selection is null");
    }

    /** What results call something of a variant. */
    static String label(String id, Variant variant) {
        return new ArmLabel(id, variant.label()).text();
    }

    void add(Variant variant, Task task) {
        tasks.put(label(task.id(), variant), task);
    }

    /** An encoder; run for itself only where there is nothing to evaluate it on. */
    void add(Variant variant, ArmConfig arm, PretrainCell encoder) {
        encoders.put(label(arm.id(), variant), encoder);
        encoder.recipe().ifPresent(recipe -> recipes.put(arm, recipe));
        Map<String, String> point = point(variant, arm);
        points.add(point);
        if (variant.experiment().tasks().isEmpty() && selection.matches(point)) {
            pretraining.putIfAbsent(encoder.key(), encoder);
        }
    }

    void add(Variant variant, ArmConfig arm, String evaluator, EvaluationCell cell) {
        add(label(arm.id(), variant), arm.strategy(), evaluator, point(variant, arm), cell);
    }

    /** A control, which has its own rows among those of the arms. */
    void addControl(Variant variant, String evaluator, EvaluationCell cell) {
        Map<String, String> point = new LinkedHashMap<>(variant.axes());
        point.put("arm", evaluator);
        point.put("strategy", Plan.CONTROL);
        add(label(evaluator, variant), Plan.CONTROL, evaluator, point, cell);
    }

    /** A layout of the corpus; to a selection it is on the task {@code corpus}, in repeat 0. */
    void add(Variant variant, ArmConfig arm, String evaluator, RepresentationCell cell) {
        maps.add(new MapEntry(label(arm.id(), variant), arm.strategy(), evaluator, cell));
        Map<String, String> point = point(variant, arm);
        point.put("task", CORPUS);
        point.put("evaluator", evaluator);
        point.put("repeat", "0");
        points.add(point);
        if (selection.matches(point)) {
            representations.putIfAbsent(cell.key(), cell);
            pretraining.putIfAbsent(cell.encoder().key(), cell.encoder());
        }
    }

    private void add(
            String arm,
            String strategy,
            String evaluator,
            Map<String, String> point,
            EvaluationCell cell) {
        String task = cell.task().id();
        entries.add(new Entry(arm, strategy, task, evaluator, cell.repeat(), cell));
        point.put("task", task);
        point.put("evaluator", evaluator);
        point.put("repeat", Integer.toString(cell.repeat()));
        points.add(point);
        if (selection.matches(point)) {
            evaluation.putIfAbsent(cell.key(), cell);
            cell.encoder().ifPresent(encoder -> pretraining.putIfAbsent(encoder.key(), encoder));
        }
    }

    private static Map<String, String> point(Variant variant, ArmConfig arm) {
        Map<String, String> point = new LinkedHashMap<>(variant.axes());
        point.put("arm", arm.id());
        point.put("strategy", arm.strategy());
        return point;
    }

    /** The settings of the arms that are trained. */
    Map<ArmConfig, TrainingRecipe> recipes() {
        return Map.copyOf(recipes);
    }

    /**
     * @throws ModanException if the selection names what there is not, or nothing
     */
    Plan finish(Datasets datasets, Warnings warnings) {
        selection.refuseUnknown(points);
        if (pretraining.isEmpty() && evaluation.isEmpty()) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION,
                    "--only: no cell has all of these values; give values that occur together");
        }
        return new Plan(
                List.copyOf(pretraining.values()),
                List.copyOf(evaluation.values()),
                List.copyOf(representations.values()),
                entries,
                maps,
                encoders,
                tasks,
                recipes,
                datasets.opened(),
                datasets.skipped(),
                warnings.heard());
    }
}
