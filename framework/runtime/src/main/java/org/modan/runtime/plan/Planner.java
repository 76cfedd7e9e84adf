/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modan.runtime.data.OpenDataset;
import org.modan.runtime.experiment.ArmConfig;
import org.modan.runtime.experiment.EvaluatorConfig;
import org.modan.runtime.experiment.Experiment;
import org.modan.runtime.experiment.ProtocolConfig.Profile;
import org.modan.runtime.experiment.TaskConfig;
import org.modan.runtime.experiment.Variant;
import org.modan.runtime.plan.Plan.Entry;
import org.modan.runtime.protocol.FoldPlanner;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.Sample;
import org.modan.spi.TrainingRecipe;

/** Turns the variants of an experiment into the immutable list of what there is to do. */
public final class Planner {

    private final PretrainPlanner pretrainPlanner;
    private final Datasets datasets;
    private final FoldPlanner foldPlanner;
    private final EvaluationPlanner evaluationPlanner;
    private final Warnings warnings;

    @Inject
    Planner(
            PretrainPlanner pretrainPlanner,
            Datasets datasets,
            FoldPlanner foldPlanner,
            EvaluationPlanner evaluationPlanner,
            Warnings warnings) {
        this.pretrainPlanner = requireNonNull(pretrainPlanner, "pretrainPlanner is null");
        this.datasets = requireNonNull(datasets, "datasets is null");
        this.foldPlanner = requireNonNull(foldPlanner, "foldPlanner is null");
        this.evaluationPlanner = requireNonNull(evaluationPlanner, "evaluationPlanner is null");
        this.warnings = requireNonNull(warnings, "warnings is null");
    }

    /**
     * @param selection which part of the matrix to run; the rest stays in {@link Plan#entries()}
     */
    public Plan plan(List<Variant> variants, Selection selection) {
        try {
            return planAll(variants, selection);
        } catch (RuntimeException e) {
            datasets.opened().forEach(OpenDataset::close);
            throw e;
        }
    }

    private Plan planAll(List<Variant> variants, Selection selection) {
        Map<CellKey, PretrainCell> pretraining = new LinkedHashMap<>();
        Map<CellKey, EvaluationCell> evaluation = new LinkedHashMap<>();
        Map<String, PretrainCell> encoders = new LinkedHashMap<>();
        Map<String, Task> tasks = new LinkedHashMap<>();
        Map<ArmConfig, TrainingRecipe> recipes = new LinkedHashMap<>();
        List<Entry> entries = new ArrayList<>();
        List<Map<String, String>> points = new ArrayList<>();
        PlanProblems problems = new PlanProblems();
        for (Variant variant : variants) {
            Experiment experiment = variant.experiment();
            List<Task> variantTasks =
                    experiment.tasks().stream()
                            .flatMap(
                                    task -> problems.attempt(() -> task(experiment, task)).stream())
                            .toList();
            variantTasks.forEach(task -> tasks.put(suffixed(task.id(), variant), task));
            if (!experiment.tasks().isEmpty()) {
                // Also where no arm or task is there to be evaluated, for its mistakes.
                experiment
                        .evaluators()
                        .forEach(
                                evaluator ->
                                        problems.attempt(
                                                () ->
                                                        evaluationPlanner.evaluator(
                                                                experiment, evaluator)));
            }
            for (ArmConfig arm : experiment.arms()) {
                Optional<PretrainCell> planned =
                        problems.attempt(
                                () ->
                                        pretrainPlanner.plan(
                                                experiment, arm, suffixed(arm.id(), variant)));
                if (planned.isEmpty()) {
                    continue;
                }
                PretrainCell encoder = planned.get();
                encoders.put(suffixed(arm.id(), variant), encoder);
                encoder.recipe().ifPresent(recipe -> recipes.put(arm, recipe));
                Map<String, String> point = new LinkedHashMap<>(variant.axes());
                point.put("arm", arm.id());
                point.put("strategy", arm.strategy());
                points.add(point);
                boolean wanted = variantTasks.isEmpty() && selection.matches(point);
                for (Task task : variantTasks) {
                    for (EvaluatorConfig evaluator : experiment.evaluators()) {
                        for (int i = 0; i < experiment.protocol().repeats(); i++) {
                            int repeat = i;
                            Optional<EvaluationCell> made =
                                    problems.attempt(
                                            () ->
                                                    evaluationPlanner.plan(
                                                            experiment,
                                                            suffixed(arm.id(), variant),
                                                            encoder,
                                                            task,
                                                            evaluator,
                                                            repeat));
                            if (made.isEmpty()) {
                                continue;
                            }
                            EvaluationCell cell = made.get();
                            entries.add(
                                    new Entry(
                                            suffixed(arm.id(), variant),
                                            arm.strategy(),
                                            task.id(),
                                            evaluator.id(),
                                            repeat,
                                            cell));
                            Map<String, String> inner = new LinkedHashMap<>(point);
                            inner.put("task", task.id());
                            inner.put("evaluator", evaluator.id());
                            inner.put("repeat", Integer.toString(repeat));
                            points.add(inner);
                            if (selection.matches(inner)) {
                                evaluation.putIfAbsent(cell.key(), cell);
                                wanted = true;
                            }
                        }
                    }
                }
                if (wanted) {
                    pretraining.putIfAbsent(encoder.key(), encoder);
                }
            }
        }
        problems.throwIfAny();
        selection.refuseUnknown(points);
        if (pretraining.isEmpty()) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION,
                    "--only: no cell has all of these values; give values that occur together");
        }
        return new Plan(
                List.copyOf(pretraining.values()),
                List.copyOf(evaluation.values()),
                entries,
                encoders,
                tasks,
                recipes,
                datasets.opened(),
                warnings.heard());
    }

    private static String suffixed(String id, Variant variant) {
        return variant.label().isEmpty() ? id : id + "[" + variant.label() + "]";
    }

    private Task task(Experiment experiment, TaskConfig config) {
        String name = "tasks." + config.id();
        OpenDataset dataset = datasets.open(name, config.dataset());
        List<String> classes = dataset.info().classes();
        if (classes.size() != 2) {
            throw new ModanException(
                    ErrorCode.DATASET,
                    "%s: a task needs two classes, this one has %d (%s)"
                            .formatted(name, classes.size(), String.join(", ", classes)));
        }
        for (Sample sample : dataset.samples()) {
            if (sample.label().isEmpty()) {
                throw new ModanException(
                        ErrorCode.DATASET,
                        "%s: %s has no label; a task needs one for every image"
                                .formatted(name, sample.id()));
            }
        }
        warnOfCopies(experiment, name, dataset);
        return new Task(
                config.id(),
                dataset,
                foldPlanner.plan(
                        name,
                        dataset.samples(),
                        classes,
                        experiment.protocol().folds(),
                        experiment.protocol().repeats(),
                        experiment.protocol().profile() == Profile.RIGOROUS,
                        experiment.seed().derive("task", config.id())));
    }

    private void warnOfCopies(Experiment experiment, String place, OpenDataset task) {
        Copies.within(task).ifPresent(text -> warnings.add(place, text));
        experiment
                .corpus()
                .map(config -> datasets.open("corpus", config))
                .flatMap(corpus -> Copies.between(corpus, task))
                .ifPresent(text -> warnings.add(place, text));
    }
}
