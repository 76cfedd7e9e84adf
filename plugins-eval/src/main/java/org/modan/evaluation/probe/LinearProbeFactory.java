/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.probe;

import org.modan.evaluation.training.TrainingOptions;
import org.modan.spi.Evaluator;
import org.modan.spi.EvaluatorFactory;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;
import org.modan.spi.PluginContext;

/** Declares {@code linear-probe}; its defaults are the paper's Table 3. */
public final class LinearProbeFactory implements EvaluatorFactory {

    private static final Option<Boolean> STANDARDISE =
            Option.flag(
                            "standardise",
                            "bring each feature to mean 0 and variance 1 on the training part")
                    .withDefault(false);

    @Override
    public String name() {
        return "linear-probe";
    }

    @Override
    public String summary() {
        return "Trains a linear classifier on the frozen encoder's features (Table 3)";
    }

    @Override
    public OptionSpec options() {
        return TrainingOptions.and(STANDARDISE);
    }

    @Override
    public Evaluator create(Options options, PluginContext context) {
        return new LinearProbeEvaluator(TrainingOptions.recipe(options), options.get(STANDARDISE));
    }
}
