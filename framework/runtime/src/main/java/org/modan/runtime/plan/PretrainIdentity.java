/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.modan.runtime.data.CorpusDigest;
import org.modan.runtime.data.OpenDataset;
import org.modan.runtime.experiment.ArmConfig;
import org.modan.runtime.experiment.Experiment;
import org.modan.runtime.plugin.Extension;
import org.modan.spi.Digests;
import org.modan.spi.ErrorCode;
import org.modan.spi.Initialization;
import org.modan.spi.ModanException;
import org.modan.spi.Objective;
import org.modan.spi.StemAdaptation;
import org.modan.spi.TrainingRecipe;

/**
 * What decides an encoder's weights, and nothing else: each way of getting them looks at other
 * parts of an experiment.
 */
final class PretrainIdentity {

    private final Experiment experiment;
    private final ArmConfig arm;
    private final Map<String, Object> common;

    /**
     * @param extension the arm's strategy
     */
    PretrainIdentity(Experiment experiment, ArmConfig arm, Extension<?> extension) {
        this.experiment = experiment;
        this.arm = arm;
        this.common = CellIdentity.of("pretrain", extension, arm.options());
        common.put("encoder", experiment.encoder().asMap());
    }

    /** Of a trained one: everything the training looks at. */
    Map<String, Object> trained(Objective objective, TrainingRecipe recipe, OpenDataset corpus) {
        Map<String, Object> identity = of("train");
        identity.put("seed", experiment.seed().value());
        identity.put("image-size", experiment.imageSize());
        identity.put("recipe", RecipeRecord.of(recipe));
        identity.put("corpus", CorpusDigest.images(corpus));
        if (objective.usesClasses()) {
            identity.put("classes", CorpusDigest.classes(corpus));
        }
        if (objective.usesMetadata()) {
            identity.put("fields", CorpusDigest.fields(corpus, experiment.metadata()));
        }
        return identity;
    }

    /** Of a random one: the seed alone. */
    Map<String, Object> random() {
        Map<String, Object> identity = of("random");
        identity.put("seed", experiment.seed().value());
        return identity;
    }

    /** Of a loaded one: what is in the file, and random values only where some are asked for. */
    Map<String, Object> loaded(String place, Initialization.Load load) {
        Map<String, Object> identity = of("load");
        if (!OptionFiles.holds(arm.options(), load.weights())) {
            identity.put("weights", digest(place, load.weights()));
        }
        identity.put("stem", load.stem().text());
        if (load.stem() == StemAdaptation.REINIT) {
            identity.put("seed", experiment.seed().value());
        }
        return identity;
    }

    private Map<String, Object> of(String initialization) {
        Map<String, Object> identity = new LinkedHashMap<>(common);
        identity.put("initialization", initialization);
        return identity;
    }

    private static String digest(String place, Path weights) {
        try {
            return Digests.ofFile(weights);
        } catch (IOException e) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION,
                    "%s: no weights at %s; set weights to a file".formatted(place, weights),
                    e);
        }
    }
}
