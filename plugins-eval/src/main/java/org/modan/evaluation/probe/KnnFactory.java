/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.probe;

import java.util.Locale;
import org.modan.spi.Evaluator;
import org.modan.spi.EvaluatorFactory;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;
import org.modan.spi.PluginContext;

/** Declares {@code knn}. */
public final class KnnFactory implements EvaluatorFactory {

    private static final Option<Integer> K =
            Option.integer("k", "neighbours that vote")
                    .where("at least 1", value -> value >= 1)
                    .withDefault(20);
    private static final Option<String> METRIC =
            Option.choice("metric", "how far apart two images are", "cosine", "euclidean")
                    .withDefault("cosine");
    private static final Option<Boolean> WEIGHTED =
            Option.flag("weighted", "count a neighbour by 1/distance, not each once")
                    .withDefault(true);

    @Override
    public String name() {
        return "knn";
    }

    @Override
    public String summary() {
        return "Lets the nearest training images vote, in the frozen encoder's features";
    }

    @Override
    public OptionSpec options() {
        return OptionSpec.of(K, METRIC, WEIGHTED);
    }

    @Override
    public Evaluator create(Options options, PluginContext context) {
        return new KnnEvaluator(
                options.get(K),
                NeighbourMetric.valueOf(options.get(METRIC).toUpperCase(Locale.ROOT)),
                options.get(WEIGHTED));
    }
}
