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
import org.modan.runtime.experiment.TaskConfig;
import org.modan.runtime.experiment.Variant;
import org.modan.spi.ControlEvaluator;
import org.modan.spi.Evaluator;
import org.modan.spi.RepresentationEvaluator;

/** Turns the variants of an experiment into the immutable list of what there is to do. */
public final class Planner {

    private final PretrainPlanner pretrainPlanner;
    private final Datasets datasets;
    private final ValuePlanner valuePlanner;
    private final TaskPlanner taskPlanner;
    private final EvaluationPlanner evaluationPlanner;
    private final RepresentationPlanner representationPlanner;
    private final Warnings warnings;

    @Inject
    Planner(
            PretrainPlanner pretrainPlanner,
            Datasets datasets,
            ValuePlanner valuePlanner,
            TaskPlanner taskPlanner,
            EvaluationPlanner evaluationPlanner,
            RepresentationPlanner representationPlanner,
            Warnings warnings) {
        this.pretrainPlanner = requireNonNull(pretrainPlanner, "pretrainPlanner is null");
        this.datasets = requireNonNull(datasets, "datasets is null");
        this.valuePlanner = requireNonNull(valuePlanner, "valuePlanner is null");
        this.taskPlanner = requireNonNull(taskPlanner, "taskPlanner is null");
        this.evaluationPlanner = requireNonNull(evaluationPlanner, "evaluationPlanner is null");
        this.representationPlanner =
                requireNonNull(representationPlanner, "representationPlanner is null");
        this.warnings = requireNonNull(warnings, "warnings is null");
    }

    /**
     * @param selection which part of the matrix to run; the rest stays in {@link Plan#entries()}
     */
    public Plan plan(List<Variant> variants, Selection selection) {
        try {
            return planAll(variants, selection);
        } catch (Throwable e) {
            datasets.opened().forEach(OpenDataset::close);
            throw e;
        }
    }

    private Plan planAll(List<Variant> variants, Selection selection) {
        PlanDraft draft = new PlanDraft(selection);
        PlanProblems problems = new PlanProblems();
        for (Variant variant : variants) {
            List<Task> tasks = planTasks(variant, problems);
            problems.check(() -> valuePlanner.check(variant.experiment()));
            tasks.forEach(task -> draft.add(variant, task));
            Evaluators evaluators = evaluators(variant.experiment(), problems);
            for (ArmConfig arm : variant.experiment().arms()) {
                problems.attempt(() -> planEncoder(variant, arm))
                        .ifPresent(
                                encoder -> {
                                    draft.add(variant, arm, encoder);
                                    planEvaluations(
                                            variant,
                                            arm,
                                            encoder,
                                            tasks,
                                            evaluators.ofArms(),
                                            draft);
                                    planMaps(variant, arm, encoder, evaluators.maps(), draft);
                                });
            }
            planControls(variant, tasks, evaluators.controls(), draft);
            ArmDifferences.of(variant.experiment().arms(), draft.recipes())
                    .ifPresent(text -> warnings.add("compare", text));
        }
        problems.throwIfAny();
        return draft.finish(datasets, warnings);
    }

    private List<Task> planTasks(Variant variant, PlanProblems problems) {
        Experiment experiment = variant.experiment();
        List<Task> tasks = new ArrayList<>();
        for (TaskConfig task : experiment.tasks()) {
            problems.attempt(() -> taskPlanner.plan(experiment, task)).ifPresent(tasks::add);
        }
        return tasks;
    }

    private PretrainCell planEncoder(Variant variant, ArmConfig arm) {
        return pretrainPlanner.plan(variant.experiment(), arm, PlanDraft.label(arm.id(), variant));
    }

    /**
     * Those evaluators of an experiment that can be made.
     *
     * @param ofArms judge the encoder of each arm
     * @param controls are run once for all arms: they know nothing of them
     * @param maps lay out the corpus with the encoder of each arm
     */
    private record Evaluators(
            List<EvaluatorConfig> ofArms,
            List<EvaluatorConfig> controls,
            Map<EvaluatorConfig, RepresentationEvaluator> maps) {}

    /** Their mistakes are told also where no task or encoder is left to evaluate. */
    private Evaluators evaluators(Experiment experiment, PlanProblems problems) {
        List<EvaluatorConfig> ofArms = new ArrayList<>();
        List<EvaluatorConfig> controls = new ArrayList<>();
        Map<EvaluatorConfig, RepresentationEvaluator> maps = new LinkedHashMap<>();
        for (EvaluatorConfig config : experiment.evaluators()) {
            Optional<Evaluator> evaluator =
                    problems.attempt(() -> evaluationPlanner.evaluator(experiment, config));
            if (evaluator.isEmpty()) {
                continue;
            }
            if (evaluator.get() instanceof RepresentationEvaluator map) {
                problems.attempt(() -> representationPlanner.corpus(experiment, config))
                        .ifPresent(corpus -> maps.put(config, map));
            } else if (!experiment.tasks().isEmpty()) {
                (evaluator.get() instanceof ControlEvaluator ? controls : ofArms).add(config);
            }
        }
        return new Evaluators(List.copyOf(ofArms), List.copyOf(controls), maps);
    }

    private void planMaps(
            Variant variant,
            ArmConfig arm,
            PretrainCell encoder,
            Map<EvaluatorConfig, RepresentationEvaluator> maps,
            PlanDraft draft) {
        String label = PlanDraft.label(arm.id(), variant);
        maps.forEach(
                (config, evaluator) ->
                        draft.add(
                                variant,
                                arm,
                                config.id(),
                                representationPlanner.plan(
                                        variant.experiment(), label, encoder, config, evaluator)));
    }

    private void planEvaluations(
            Variant variant,
            ArmConfig arm,
            PretrainCell encoder,
            List<Task> tasks,
            List<EvaluatorConfig> evaluators,
            PlanDraft draft) {
        Experiment experiment = variant.experiment();
        String label = PlanDraft.label(arm.id(), variant);
        for (Task task : tasks) {
            for (EvaluatorConfig evaluator : evaluators) {
                for (int repeat = 0; repeat < experiment.protocol().repeats(); repeat++) {
                    EvaluationCell cell =
                            evaluationPlanner.plan(
                                    experiment, label, encoder, task, evaluator, repeat);
                    draft.add(variant, arm, evaluator.id(), cell);
                }
            }
        }
    }

    private void planControls(
            Variant variant, List<Task> tasks, List<EvaluatorConfig> controls, PlanDraft draft) {
        Experiment experiment = variant.experiment();
        for (Task task : tasks) {
            for (EvaluatorConfig control : controls) {
                for (int repeat = 0; repeat < experiment.protocol().repeats(); repeat++) {
                    EvaluationCell cell =
                            evaluationPlanner.planControl(experiment, task, control, repeat);
                    draft.addControl(variant, control.id(), cell);
                }
            }
        }
    }
}
