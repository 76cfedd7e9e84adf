/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.modan.runtime.data.OpenDataset;
import org.modan.runtime.experiment.ArmConfig;
import org.modan.runtime.experiment.EvaluatorConfig;
import org.modan.runtime.experiment.Experiment;
import org.modan.runtime.experiment.ProtocolConfig.Profile;
import org.modan.runtime.experiment.TaskConfig;
import org.modan.runtime.experiment.Variant;
import org.modan.runtime.plan.Plan.Entry;
import org.modan.runtime.plugin.Extension;
import org.modan.runtime.protocol.FoldPlanner;
import org.modan.spi.ErrorCode;
import org.modan.spi.Evaluator;
import org.modan.spi.EvaluatorFactory;
import org.modan.spi.ModanException;
import org.modan.spi.Sample;
import org.modan.spi.TrainingRecipe;
import org.modan.spi.TransferEvaluator;

/** Turns the variants of an experiment into the immutable list of what there is to do. */
public final class Planner {

    private final PretrainPlanner pretrainPlanner;
    private final Datasets datasets;
    private final FoldPlanner foldPlanner;
    private final Map<String, Extension<EvaluatorFactory>> evaluators;
    private final Warnings warnings;

    @Inject
    Planner(
            PretrainPlanner pretrainPlanner,
            Datasets datasets,
            FoldPlanner foldPlanner,
            Map<String, Extension<EvaluatorFactory>> evaluators,
            Warnings warnings) {
        this.pretrainPlanner = requireNonNull(pretrainPlanner, "pretrainPlanner is null");
        this.datasets = requireNonNull(datasets, "datasets is null");
        this.foldPlanner = requireNonNull(foldPlanner, "foldPlanner is null");
        this.evaluators = Map.copyOf(evaluators);
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
        for (Variant variant : variants) {
            Experiment experiment = variant.experiment();
            List<Task> variantTasks =
                    experiment.tasks().stream().map(task -> task(experiment, task)).toList();
            variantTasks.forEach(task -> tasks.put(suffixed(task.id(), variant), task));
            variantTasks.forEach(task -> warnOfCopies(experiment, task));
            for (ArmConfig arm : experiment.arms()) {
                PretrainCell encoder =
                        pretrainPlanner.plan(experiment, arm, suffixed(arm.id(), variant));
                encoders.put(suffixed(arm.id(), variant), encoder);
                encoder.recipe().ifPresent(recipe -> recipes.put(arm, recipe));
                Map<String, String> point = new LinkedHashMap<>(variant.axes());
                point.put("arm", arm.id());
                point.put("strategy", arm.strategy());
                points.add(point);
                boolean wanted = variantTasks.isEmpty() && selection.matches(point);
                for (Task task : variantTasks) {
                    for (EvaluatorConfig evaluator : experiment.evaluators()) {
                        for (int repeat = 0; repeat < experiment.protocol().repeats(); repeat++) {
                            EvaluationCell cell =
                                    cell(
                                            experiment,
                                            suffixed(arm.id(), variant),
                                            encoder,
                                            task,
                                            evaluator,
                                            repeat);
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

    private void warnOfCopies(Experiment experiment, Task task) {
        String place = "tasks." + task.id();
        Copies.within(task.dataset()).ifPresent(text -> warnings.add(place, text));
        experiment
                .corpus()
                .map(config -> datasets.open("corpus", config))
                .flatMap(corpus -> Copies.between(corpus, task.dataset()))
                .ifPresent(text -> warnings.add(place, text));
    }

    private EvaluationCell cell(
            Experiment experiment,
            String arm,
            PretrainCell encoder,
            Task task,
            EvaluatorConfig config,
            int repeat) {
        Extension<EvaluatorFactory> extension = evaluators.get(config.evaluator());
        String place = "evaluators." + config.id();
        Evaluator evaluator =
                PluginCall.of(
                        extension,
                        place,
                        () ->
                                extension
                                        .factory()
                                        .create(
                                                config.options(),
                                                warnings.context(
                                                        place,
                                                        experiment
                                                                .seed()
                                                                .derive(
                                                                        "evaluator",
                                                                        config.id()))));
        if (!(evaluator instanceof TransferEvaluator transfer)) {
            throw new ModanException(
                    ErrorCode.PLUGIN,
                    "evaluator %s of plugin %s is of no kind this version knows (%s)"
                            .formatted(
                                    config.evaluator(),
                                    extension.plugin().id(),
                                    evaluator.getClass().getName()));
        }
        Map<String, Object> identity = CellIdentity.of("evaluate", extension, config.options());
        identity.put("encoder", encoder.key().digest());
        identity.put("image-size", experiment.imageSize());
        identity.put("dataset", task.dataset().digest().index());
        identity.put("folds", task.folds().digest(repeat));
        identity.put("repeat", repeat);
        identity.put("task", task.id());
        identity.put("id", config.id());
        identity.put("seed", experiment.seed().value());
        return new EvaluationCell(
                CellKey.of(identity),
                identity,
                "%s %s on %s, repeat %d".formatted(config.id(), arm, task.id(), repeat),
                encoder,
                task,
                transfer,
                repeat,
                experiment.seed().derive("evaluate", task.id(), config.id(), repeat),
                PluginOrigin.of(extension.plugin()));
    }
}
