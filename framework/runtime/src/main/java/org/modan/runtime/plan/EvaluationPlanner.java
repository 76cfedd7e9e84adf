/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.modan.runtime.experiment.EvaluatorConfig;
import org.modan.runtime.experiment.Experiment;
import org.modan.runtime.plugin.Extension;
import org.modan.runtime.plugin.failure.PluginCall;
import org.modan.spi.ErrorCode;
import org.modan.spi.Evaluator;
import org.modan.spi.EvaluatorFactory;
import org.modan.spi.ModanException;

/** Plans one repeat of one evaluator on one task, with one encoder or as a control. */
final class EvaluationPlanner {

    private final Map<String, Extension<EvaluatorFactory>> evaluators;
    private final Warnings warnings;

    @Inject
    EvaluationPlanner(Map<String, Extension<EvaluatorFactory>> evaluators, Warnings warnings) {
        this.evaluators = Map.copyOf(evaluators);
        this.warnings = requireNonNull(warnings, "warnings is null");
    }

    /**
     * @throws ModanException if there is no evaluating with it
     */
    Evaluator evaluator(Experiment experiment, EvaluatorConfig config) {
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
        if (EvaluatorKind.of(evaluator).isEmpty()) {
            throw new ModanException(
                    ErrorCode.PLUGIN,
                    "evaluator %s of plugin %s is of no kind this version knows (%s)"
                            .formatted(
                                    config.evaluator(),
                                    extension.plugin().id(),
                                    evaluator.getClass().getName()));
        }
        return evaluator;
    }

    /**
     * @param arm what results call the arm
     */
    EvaluationCell plan(
            Experiment experiment,
            String arm,
            PretrainCell encoder,
            Task task,
            EvaluatorConfig config,
            int repeat) {
        Map<String, Object> identity = identity(experiment, task, config, repeat);
        identity.put("encoder", encoder.key().digest());
        identity.put("image-size", experiment.imageSize());
        return cell(
                experiment,
                identity,
                config.id() + " " + arm,
                Optional.of(encoder),
                task,
                config,
                repeat);
    }

    /** Of a control: no encoder and no size of images has a part in its outcome. */
    EvaluationCell planControl(
            Experiment experiment, Task task, EvaluatorConfig config, int repeat) {
        return cell(
                experiment,
                identity(experiment, task, config, repeat),
                config.id(),
                Optional.empty(),
                task,
                config,
                repeat);
    }

    private Map<String, Object> identity(
            Experiment experiment, Task task, EvaluatorConfig config, int repeat) {
        Map<String, Object> identity =
                CellIdentity.of("evaluate", evaluators.get(config.evaluator()), config.options());
        identity.put("dataset", task.dataset().digest().index());
        identity.put("folds", task.folds().digest(repeat));
        identity.put("repeat", repeat);
        identity.put("task", task.id());
        identity.put("id", config.id());
        identity.put("seed", experiment.seed().value());
        return identity;
    }

    private EvaluationCell cell(
            Experiment experiment,
            Map<String, Object> identity,
            String what,
            Optional<PretrainCell> encoder,
            Task task,
            EvaluatorConfig config,
            int repeat) {
        return new EvaluationCell(
                CellKey.of(identity),
                identity,
                "%s on %s, repeat %d".formatted(what, task.id(), repeat),
                encoder,
                task,
                evaluator(experiment, config),
                repeat,
                experiment.seed().derive("evaluate", task.id(), config.id(), repeat),
                PluginOrigin.of(evaluators.get(config.evaluator()).plugin()));
    }
}
