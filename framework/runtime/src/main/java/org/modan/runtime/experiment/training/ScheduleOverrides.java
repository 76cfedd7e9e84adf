/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment.training;

import java.util.List;
import java.util.Map;
import org.modan.runtime.experiment.section.Words;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;
import org.modan.spi.ScheduleSpec;
import org.modan.spi.ScheduleSpec.Shape;

/** What an experiment changes of a recipe's learning rate schedule. */
record ScheduleOverrides(Options values) {

    static final Option<String> NAME =
            Option.choice("name", "the shape", Words.of(Shape.class)).optional();
    static final Option<Integer> STEP_EPOCHS =
            Option.integer("step-epochs", "epochs between two steps")
                    .where("at least 1", value -> value >= 1)
                    .optional();
    static final Option<Double> GAMMA =
            Option.number("gamma", "factor of the rate at each step")
                    .where("greater than 0", value -> value > 0)
                    .optional();
    static final Option<Integer> WARMUP_EPOCHS =
            Option.integer("warmup-epochs", "epochs of a linear rise at the start")
                    .where("at least 0", value -> value >= 0)
                    .optional();
    static final OptionSpec SPEC = OptionSpec.of(NAME, STEP_EPOCHS, GAMMA, WARMUP_EPOCHS);

    private static final double STEP_GAMMA = 0.1; // torch.optim.lr_scheduler.StepLR's

    /** The options of other shapes. */
    static List<String> strangersTo(Shape shape) {
        return shape == Shape.STEP ? List.of() : List.of(STEP_EPOCHS.name(), GAMMA.name());
    }

    /**
     * The schedule with these values. What is not given stays as it is, unless the shape changes:
     * then it is what PyTorch gives that shape.
     *
     * @throws ModanException if a value is given that the shape does not have, or one is needed
     */
    ScheduleSpec applyTo(ScheduleSpec defaults) {
        Shape shape =
                values.find(NAME)
                        .map(word -> Words.parse(Shape.class, word))
                        .orElse(defaults.shape());
        for (String stranger : strangersTo(shape)) {
            if (values.asMap().containsKey(stranger)) {
                throw new ModanException(
                        ErrorCode.CONFIGURATION,
                        "schedule.%s is not of %s, the shape in use; remove it or set schedule.name"
                                .formatted(stranger, Words.of(shape)));
            }
        }
        boolean same = shape == defaults.shape();
        int warmup = values.find(WARMUP_EPOCHS).orElse(same ? defaults.warmupEpochs() : 0);
        ScheduleSpec base =
                switch (shape) {
                    case CONSTANT -> ScheduleSpec.constant();
                    case COSINE -> ScheduleSpec.cosine();
                    case STEP ->
                            ScheduleSpec.step(
                                    same
                                            ? values.find(STEP_EPOCHS).orElse(defaults.stepEpochs())
                                            : stepEpochs(),
                                    values.find(GAMMA)
                                            .orElse(same ? defaults.gamma() : STEP_GAMMA));
                };
        return base.withWarmup(warmup);
    }

    private int stepEpochs() {
        return values.find(STEP_EPOCHS)
                .orElseThrow(
                        () ->
                                new ModanException(
                                        ErrorCode.CONFIGURATION,
                                        "schedule.step-epochs is missing: a step schedule needs"
                                                + " it; set it"));
    }

    Map<String, Object> asMap() {
        return values.asMap();
    }
}
