/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Inject;
import java.util.Map;
import org.modan.runtime.data.OpenDataset;
import org.modan.runtime.experiment.EvaluatorConfig;
import org.modan.runtime.experiment.Experiment;
import org.modan.runtime.plugin.Extension;
import org.modan.spi.ErrorCode;
import org.modan.spi.EvaluatorFactory;
import org.modan.spi.ModanException;
import org.modan.spi.RepresentationEvaluator;

/** Plans what lays out the corpus with one encoder: once, without repeats, folds or tasks. */
final class RepresentationPlanner {

    private final Map<String, Extension<EvaluatorFactory>> evaluators;
    private final Datasets datasets;

    @Inject
    RepresentationPlanner(Map<String, Extension<EvaluatorFactory>> evaluators, Datasets datasets) {
        this.evaluators = Map.copyOf(evaluators);
        this.datasets = requireNonNull(datasets, "datasets is null");
    }

    /**
     * What is laid out.
     *
     * @throws ModanException if there is nothing
     */
    OpenDataset corpus(Experiment experiment, EvaluatorConfig config) {
        return experiment
                .corpus()
                .map(corpus -> datasets.open("corpus", corpus, experiment.rules()))
                .orElseThrow(
                        () ->
                                new ModanException(
                                        ErrorCode.CONFIGURATION,
                                        "evaluators.%s: %s looks at the corpus, but there is none; add one (corpus: {dataset: ..., root: ...}), or leave it out"
                                                .formatted(config.id(), config.evaluator())));
    }

    /**
     * @param arm what results call the arm
     */
    RepresentationCell plan(
            Experiment experiment,
            String arm,
            PretrainCell encoder,
            EvaluatorConfig config,
            RepresentationEvaluator evaluator) {
        Extension<EvaluatorFactory> extension = evaluators.get(config.evaluator());
        OpenDataset corpus = corpus(experiment, config);
        Map<String, Object> identity = CellIdentity.of("represent", extension, config.options());
        identity.put("encoder", encoder.key().digest());
        identity.put("image-size", experiment.imageSize());
        identity.put("corpus", corpus.digest().index());
        identity.put("fields", experiment.metadata());
        identity.put("id", config.id());
        identity.put("seed", experiment.seed().value());
        return new RepresentationCell(
                CellKey.of(identity),
                identity,
                "%s %s on the corpus".formatted(config.id(), arm),
                encoder,
                corpus,
                experiment.metadata(),
                evaluator,
                experiment.seed().derive("represent", config.id()),
                PluginOrigin.of(extension.plugin()));
    }
}
