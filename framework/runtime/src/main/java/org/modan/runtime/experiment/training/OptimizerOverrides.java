/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.modan.runtime.experiment.section.Words;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.OptimizerSpec;
import org.modan.spi.OptimizerSpec.Rule;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;

/** What an experiment changes of a recipe's optimiser; numbers have PyTorch's meaning. */
record OptimizerOverrides(Options values) {

    static final Option<String> NAME =
            Option.choice("name", "the rule", Words.of(Rule.class)).optional();
    static final Option<Double> LEARNING_RATE =
            Option.number("lr", "learning rate")
                    .where("greater than 0", value -> value > 0)
                    .optional();
    static final Option<Double> WEIGHT_DECAY =
            Option.number("weight-decay", "L2 penalty added to the gradient")
                    .where("at least 0", value -> value >= 0)
                    .optional();
    static final Option<Boolean> DECAY_BATCH_NORM =
            Option.flag(
                            "decay-batch-norm",
                            "whether weight decay acts on batch normalisation's weights and biases too")
                    .optional();
    static final Option<Double> MOMENTUM =
            Option.number("momentum", "share of the last step kept, of sgd")
                    .where("from 0 to below 1", value -> value >= 0 && value < 1)
                    .optional();
    static final Option<Boolean> NESTEROV =
            Option.flag("nesterov", "whether sgd looks ahead along its momentum").optional();
    static final Option<List<String>> BETAS =
            Option.list("betas", "decay of adam's two running means")
                    .where("two numbers from 0 to below 1", OptimizerOverrides::areBetas)
                    .optional();
    static final Option<Double> EPSILON =
            Option.number("epsilon", "guards adam's division")
                    .where("greater than 0", value -> value > 0)
                    .optional();
    static final OptionSpec SPEC =
            OptionSpec.of(
                    NAME,
                    LEARNING_RATE,
                    WEIGHT_DECAY,
                    DECAY_BATCH_NORM,
                    MOMENTUM,
                    NESTEROV,
                    BETAS,
                    EPSILON);

    private static final double ADAM_LEARNING_RATE = 1e-3; // torch.optim.Adam's

    private static boolean areBetas(List<String> texts) {
        return NumberPair.parse(texts)
                .filter(pair -> isBeta(pair.first()) && isBeta(pair.second()))
                .isPresent();
    }

    private static boolean isBeta(double value) {
        return value >= 0 && value < 1;
    }

    /** The options of the other rule. */
    static List<String> strangersTo(Rule rule) {
        return switch (rule) {
            case SGD -> List.of(BETAS.name(), EPSILON.name());
            case ADAM -> List.of(MOMENTUM.name(), NESTEROV.name());
        };
    }

    /**
     * The optimiser with these values. What is not given stays as it is, unless the rule changes:
     * then it is what PyTorch gives that rule.
     *
     * @throws ModanException if a value is given that the rule does not have, or one is needed
     */
    OptimizerSpec applyTo(OptimizerSpec defaults) {
        Rule rule =
                values.find(NAME)
                        .map(word -> Words.parse(Rule.class, word))
                        .orElse(defaults.rule());
        for (String stranger : strangersTo(rule)) {
            if (values.asMap().containsKey(stranger)) {
                throw new ModanException(
                        ErrorCode.CONFIGURATION,
                        "optimizer.%s is not of %s, the rule in use; remove it or set optimizer.name"
                                .formatted(stranger, Words.of(rule)));
            }
        }
        OptimizerSpec start = rule == defaults.rule() ? defaults : start(rule, defaults);
        OptimizerSpec result =
                start.withLearningRate(values.find(LEARNING_RATE).orElse(start.learningRate()))
                        .withWeightDecay(values.find(WEIGHT_DECAY).orElse(start.weightDecay()))
                        .withBatchNormDecay(
                                values.find(DECAY_BATCH_NORM).orElse(start.batchNormDecay()))
                        .withMomentum(values.find(MOMENTUM).orElse(start.momentum()))
                        .withNesterov(values.find(NESTEROV).orElse(start.nesterov()))
                        .withEpsilon(values.find(EPSILON).orElse(start.epsilon()));
        if (result.nesterov() && result.momentum() == 0) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION,
                    "optimizer.nesterov needs momentum; set optimizer.momentum above 0");
        }
        return values.find(BETAS)
                .flatMap(NumberPair::parse)
                .map(betas -> result.withBetas(betas.first(), betas.second()))
                .orElse(result);
    }

    private OptimizerSpec start(Rule rule, OptimizerSpec defaults) {
        if (rule == Rule.ADAM) {
            return OptimizerSpec.adam(ADAM_LEARNING_RATE);
        }
        double learningRate =
                values.find(LEARNING_RATE)
                        .orElseThrow(
                                () ->
                                        new ModanException(
                                                ErrorCode.CONFIGURATION,
                                                ("optimizer.lr is missing: a rate for %s does not"
                                                                + " fit sgd; set it")
                                                        .formatted(Words.of(defaults.rule()))));
        return OptimizerSpec.sgd(learningRate);
    }

    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>(values.asMap());
        values.find(BETAS)
                .flatMap(NumberPair::parse)
                .ifPresent(betas -> map.put(BETAS.name(), betas.toList()));
        return map;
    }
}
