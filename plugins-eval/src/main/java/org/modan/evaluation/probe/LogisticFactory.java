/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.probe;

import java.util.List;
import org.modan.evaluation.regression.PenaltyChoice;
import org.modan.spi.Evaluator;
import org.modan.spi.EvaluatorFactory;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;
import org.modan.spi.PluginContext;

/** Declares {@code logistic}. */
public final class LogisticFactory implements EvaluatorFactory {

    private static final Option<List<String>> PENALTIES =
            Option.textOrList(
                            "penalties",
                            "L2 penalties to choose from on folds of the training part; scikit-learn's C is 1/penalty")
                    .where(
                            "numbers greater than 0, at least one",
                            values ->
                                    !values.isEmpty()
                                            && values.stream().allMatch(LogisticFactory::isPenalty))
                    .withDefault(List.of("0.1", "1", "10", "100", "1000", "10000", "100000"));
    private static final Option<Integer> INNER_FOLDS =
            Option.integer("inner-folds", "folds of the training part the penalty is chosen on")
                    .where("at least 2", value -> value >= 2)
                    .withDefault(5);
    private static final Option<Boolean> STANDARDISE =
            Option.flag(
                            "standardise",
                            "bring each feature to mean 0 and variance 1 on what is fitted on")
                    .withDefault(true);

    @Override
    public String name() {
        return "logistic";
    }

    @Override
    public String summary() {
        return "Fits a logistic regression on the frozen encoder's features, its penalty chosen on the training part";
    }

    @Override
    public OptionSpec options() {
        return OptionSpec.of(PENALTIES, INNER_FOLDS, STANDARDISE);
    }

    @Override
    public Evaluator create(Options options, PluginContext context) {
        List<Double> penalties =
                options.get(PENALTIES).stream().map(Double::valueOf).distinct().toList();
        return new LogisticEvaluator(
                new PenaltyChoice(penalties), options.get(INNER_FOLDS), options.get(STANDARDISE));
    }

    private static boolean isPenalty(String text) {
        try {
            double value = Double.parseDouble(text);
            return value > 0 && Double.isFinite(value);
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
