/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modan.runtime.data.ImageFormat;
import org.modan.runtime.data.OpenDataset;
import org.modan.runtime.experiment.ArmConfig;
import org.modan.runtime.experiment.Experiment;
import org.modan.runtime.plugin.Extension;
import org.modan.runtime.plugin.failure.PluginCall;
import org.modan.spi.CorpusInfo;
import org.modan.spi.ErrorCode;
import org.modan.spi.Initialization;
import org.modan.spi.ModanException;
import org.modan.spi.Objective;
import org.modan.spi.PretrainStrategyFactory;
import org.modan.spi.TrainingRecipe;

/** Plans how one arm gets its encoder. */
final class PretrainPlanner {

    private final Map<String, Extension<PretrainStrategyFactory>> strategies;
    private final Datasets datasets;
    private final PositivesPlanner positivesPlanner;
    private final LoadAudits loadAudits;
    private final Warnings warnings;

    @Inject
    PretrainPlanner(
            Map<String, Extension<PretrainStrategyFactory>> strategies,
            Datasets datasets,
            PositivesPlanner positivesPlanner,
            LoadAudits loadAudits,
            Warnings warnings) {
        this.strategies = Map.copyOf(strategies);
        this.datasets = requireNonNull(datasets, "datasets is null");
        this.positivesPlanner = requireNonNull(positivesPlanner, "positivesPlanner is null");
        this.loadAudits = requireNonNull(loadAudits, "loadAudits is null");
        this.warnings = requireNonNull(warnings, "warnings is null");
    }

    /**
     * @param label what results call the arm
     */
    PretrainCell plan(Experiment experiment, ArmConfig arm, String label) {
        String place = "pretrain." + arm.id();
        Extension<PretrainStrategyFactory> extension = strategies.get(arm.strategy());
        Optional<Corpus> corpus = corpus(experiment);
        CorpusInfo info =
                corpus.map(known -> known.target().corpusInfo())
                        .orElse(CorpusInfo.of(0, List.of(), List.of()));
        Initialization initialization =
                PluginCall.of(
                        extension,
                        place,
                        () ->
                                extension
                                        .factory()
                                        .create(
                                                arm.options(),
                                                warnings.context(
                                                        place,
                                                        experiment
                                                                .seed()
                                                                .derive(
                                                                        "strategy",
                                                                        arm.strategy())))
                                        .initialize(info));

        PretrainIdentity identities = new PretrainIdentity(experiment, arm, extension);
        if (!(initialization instanceof Initialization.Train train)) {
            refuseTrainingSettings(place, arm);
            return cell(
                    experiment,
                    label,
                    untrained(place, experiment, initialization, identities),
                    initialization,
                    Optional.empty(),
                    Optional.empty(),
                    extension);
        }
        Corpus trainedOn =
                corpus.orElseThrow(
                        () ->
                                new ModanException(
                                        ErrorCode.CONFIGURATION,
                                        "%s: %s trains, but there is no corpus; add one (corpus: {dataset: ..., root: ...})"
                                                .formatted(place, arm.strategy())));
        Objective objective = train.objective();
        TrainingRecipe recipe = recipe(place, extension, arm, objective, trainedOn);
        if (objective.usesMetadata()) {
            trainedOn.target().requireAllFields();
        }
        return cell(
                experiment,
                label,
                identities.trained(objective, recipe, trainedOn.dataset()),
                initialization,
                Optional.of(recipe),
                Optional.of(
                        trainedOn.with(
                                positivesPlanner.plan(
                                        place,
                                        extension,
                                        trainedOn.target(),
                                        objective,
                                        recipe.batchSize()))),
                extension);
    }

    private Map<String, Object> untrained(
            String place,
            Experiment experiment,
            Initialization initialization,
            PretrainIdentity identities) {
        if (initialization instanceof Initialization.Load load) {
            Map<String, Object> identity = identities.loaded(place, load);
            loadAudits.require(place, load, experiment.encoder());
            return identity;
        }
        return identities.random();
    }

    private static PretrainCell cell(
            Experiment experiment,
            String label,
            Map<String, Object> identity,
            Initialization initialization,
            Optional<TrainingRecipe> recipe,
            Optional<Corpus> corpus,
            Extension<PretrainStrategyFactory> extension) {
        return new PretrainCell(
                CellKey.of(identity),
                identity,
                "pretrain " + label,
                experiment.encoder(),
                new ImageFormat(experiment.imageSize(), experiment.encoder().channels()),
                initialization,
                recipe,
                corpus,
                experiment.seed(),
                PluginOrigin.of(extension.plugin()));
    }

    private Optional<Corpus> corpus(Experiment experiment) {
        return experiment
                .corpus()
                .map(
                        config -> {
                            OpenDataset dataset =
                                    datasets.open("corpus", config, experiment.rules());
                            return Corpus.of(
                                    dataset, datasets.target(dataset, experiment.metadata()));
                        });
    }

    private static TrainingRecipe recipe(
            String place,
            Extension<PretrainStrategyFactory> extension,
            ArmConfig arm,
            Objective objective,
            Corpus corpus) {
        TrainingRecipe defaults = PluginCall.of(extension, place, objective::defaults);
        int views = PluginCall.of(extension, place, objective::viewsPerImage);
        TrainingRecipe recipe;
        try {
            recipe = arm.training().applyTo(defaults);
        } catch (ModanException e) {
            throw new ModanException(e.code(), place + ": " + e.getMessage(), e);
        }
        List<String> unsound = RecipeCheck.problems(recipe, views);
        if (!unsound.isEmpty()) {
            throw new ModanException(
                    ErrorCode.PLUGIN,
                    "%s: %s cannot train so: %s; set it in the experiment, or report this to the plugin's author"
                            .formatted(
                                    place, extension.plugin().name(), String.join("; ", unsound)));
        }
        int images = corpus.dataset().samples().size();
        if (recipe.batchSize() > images) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION,
                    "%s: batch-size %d is larger than the corpus, which has %d images; lower it"
                            .formatted(place, recipe.batchSize(), images));
        }
        return recipe;
    }

    private static void refuseTrainingSettings(String place, ArmConfig arm) {
        if (!arm.training().isEmpty()) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION,
                    "%s: %s does not train; remove %s"
                            .formatted(
                                    place,
                                    arm.strategy(),
                                    String.join(", ", arm.training().asMap().keySet())));
        }
    }
}
