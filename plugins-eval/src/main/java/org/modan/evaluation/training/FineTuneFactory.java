/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.training;

import org.modan.spi.AugmentationSpec;
import org.modan.spi.Evaluator;
import org.modan.spi.EvaluatorFactory;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;
import org.modan.spi.PluginContext;
import org.modan.spi.TrainingRecipe;

/** Declares {@code fine-tune}; its defaults are the paper's Table 3. */
public final class FineTuneFactory implements EvaluatorFactory {

    private static final Option<Boolean> FLIP =
            Option.flag("flip", "flip training images at random; the paper names no augmentation")
                    .withDefault(false);

    @Override
    public String name() {
        return "fine-tune";
    }

    @Override
    public String summary() {
        return "Trains all layers and a linear classifier on each fold (Table 3)";
    }

    @Override
    public OptionSpec options() {
        return TrainingOptions.and(FLIP);
    }

    @Override
    public Evaluator create(Options options, PluginContext context) {
        double flip = options.get(FLIP) ? 0.5 : 0;
        TrainingRecipe recipe =
                TrainingOptions.recipe(options)
                        .withAugmentation(AugmentationSpec.none().withFlipProbability(flip));
        return new FineTuneEvaluator(recipe);
    }
}
