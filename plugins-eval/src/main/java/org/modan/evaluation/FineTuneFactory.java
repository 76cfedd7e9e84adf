/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation;

import org.modan.spi.AugmentationSpec;
import org.modan.spi.Evaluator;
import org.modan.spi.EvaluatorFactory;
import org.modan.spi.OptimizerSpec;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;
import org.modan.spi.PluginContext;
import org.modan.spi.ScheduleSpec;
import org.modan.spi.TrainingRecipe;

/** Declares {@code fine-tune}; its defaults are the paper's Table 3. */
final class FineTuneFactory implements EvaluatorFactory {

    private static final Option<Integer> EPOCHS =
            Option.integer("epochs", "times the training part is seen")
                    .where("at least 1", value -> value >= 1)
                    .withDefault(10);
    private static final Option<Integer> BATCH_SIZE =
            Option.integer("batch-size", "images a step")
                    .where("at least 2", value -> value >= 2)
                    .withDefault(32);
    private static final Option<Double> LEARNING_RATE =
            Option.number("lr", "Adam's learning rate")
                    .where("greater than 0", value -> value > 0)
                    .withDefault(1e-4);
    private static final Option<Integer> STEP_EPOCHS =
            Option.integer("step-epochs", "epochs after which the rate is multiplied by gamma")
                    .where("at least 1", value -> value >= 1)
                    .withDefault(5);
    private static final Option<Double> GAMMA =
            Option.number("gamma", "factor of the rate every step-epochs")
                    .where("above 0 and at most 1", value -> value > 0 && value <= 1)
                    .withDefault(0.1);
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
        return OptionSpec.of(EPOCHS, BATCH_SIZE, LEARNING_RATE, STEP_EPOCHS, GAMMA, FLIP);
    }

    @Override
    public Evaluator create(Options options, PluginContext context) {
        double flip = options.get(FLIP) ? 0.5 : 0;
        TrainingRecipe recipe =
                TrainingRecipe.of(
                                options.get(EPOCHS),
                                options.get(BATCH_SIZE),
                                OptimizerSpec.adam(options.get(LEARNING_RATE)))
                        .withSchedule(
                                ScheduleSpec.step(options.get(STEP_EPOCHS), options.get(GAMMA)))
                        .withAugmentation(AugmentationSpec.none().withFlipProbability(flip));
        return new FineTuneEvaluator(recipe);
    }
}
