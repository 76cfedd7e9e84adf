/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.control;

import java.util.List;
import org.modan.spi.Evaluator;
import org.modan.spi.EvaluatorFactory;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;
import org.modan.spi.PluginContext;

/** Declares {@code metadata-only}. */
public final class MetadataOnlyFactory implements EvaluatorFactory {

    private static final Option<List<String>> FIELDS =
            Option.textOrList("fields", "metadata to look at; all there is if none is named")
                    .withDefault(List.of());
    private static final Option<Double> PENALTY =
            Option.number("penalty", "L2 penalty of the regression; scikit-learn's C is 1/penalty")
                    .where("greater than 0", value -> value > 0)
                    .withDefault(1.0);

    @Override
    public String name() {
        return "metadata-only";
    }

    @Override
    public String summary() {
        return "Control: how well metadata alone tells the classes apart, without an image";
    }

    @Override
    public OptionSpec options() {
        return OptionSpec.of(FIELDS, PENALTY);
    }

    @Override
    public Evaluator create(Options options, PluginContext context) {
        return new MetadataOnlyEvaluator(options.get(FIELDS), options.get(PENALTY));
    }
}
