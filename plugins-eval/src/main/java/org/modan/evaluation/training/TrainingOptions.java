/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.training;

import java.util.ArrayList;
import java.util.List;
import org.modan.spi.OptimizerSpec;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;
import org.modan.spi.ScheduleSpec;
import org.modan.spi.TrainingRecipe;

/** How a classifier is trained on a fold; the defaults are the paper's Table 3. */
public final class TrainingOptions {

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

    private TrainingOptions() {}

    /** These, and what an evaluator has beside them. */
    public static OptionSpec and(Option<?>... others) {
        List<Option<?>> all =
                new ArrayList<>(List.of(EPOCHS, BATCH_SIZE, LEARNING_RATE, STEP_EPOCHS, GAMMA));
        all.addAll(List.of(others));
        return OptionSpec.of(all.toArray(Option<?>[]::new));
    }

    /** Adam under a step schedule, without augmentation. */
    public static TrainingRecipe recipe(Options options) {
        return TrainingRecipe.of(
                        options.get(EPOCHS),
                        options.get(BATCH_SIZE),
                        OptimizerSpec.adam(options.get(LEARNING_RATE)))
                .withSchedule(ScheduleSpec.step(options.get(STEP_EPOCHS), options.get(GAMMA)));
    }
}
