/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.embedding;

import java.util.Optional;
import org.modan.spi.Evaluator;
import org.modan.spi.EvaluatorFactory;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;
import org.modan.spi.PluginContext;

/** Declares {@code embedding-map}. */
public final class EmbeddingMapFactory implements EvaluatorFactory {

    private static final Option<String> METHOD =
            Option.choice("method", "how features are laid out in the plane", "umap", "tsne", "pca")
                    .withDefault("umap");
    private static final Option<Integer> NEIGHBOURS =
            Option.integer(
                            "neighbours",
                            "umap: how many nearest images shape the map around each; more show less of the small and more of the whole")
                    .where("from 2 to 200", value -> value >= 2 && value <= 200)
                    .withDefault(15);
    private static final Option<Double> MIN_DIST =
            Option.number("min-dist", "umap: how close together points may lie")
                    .where("from 0 to 1", value -> value >= 0 && value <= 1)
                    .withDefault(0.1);
    private static final Option<String> METRIC =
            Option.choice(
                            "metric",
                            "how far features are apart, for the map and its measures",
                            "euclidean",
                            "cosine")
                    .withDefault("euclidean");
    private static final Option<Double> PERPLEXITY =
            Option.number("perplexity", "tsne: about how many images count as near to each")
                    .where("from 2 to 100", value -> value >= 2 && value <= 100)
                    .withDefault(30.0);

    @Override
    public String name() {
        return "embedding-map";
    }

    @Override
    public String summary() {
        return "Maps the corpus by its features, and measures how they agree with the metadata";
    }

    @Override
    public Optional<String> citation() {
        return Optional.of(
                "UMAP: McInnes, Healy and Melville, UMAP: Uniform Manifold Approximation and Projection for Dimension Reduction, arXiv:1802.03426, 2018; t-SNE: van der Maaten and Hinton, Visualizing Data using t-SNE, JMLR 9, 2008");
    }

    @Override
    public OptionSpec options() {
        return OptionSpec.of(METHOD, NEIGHBOURS, MIN_DIST, METRIC, PERPLEXITY);
    }

    @Override
    public Evaluator create(Options options, PluginContext context) {
        Metric metric = options.get(METRIC).equals("cosine") ? Metric.COSINE : Metric.EUCLIDEAN;
        Projection projection =
                switch (options.get(METHOD)) {
                    case "tsne" -> new Tsne(options.get(PERPLEXITY));
                    case "pca" -> new PrincipalComponents();
                    default -> new Umap(options.get(NEIGHBOURS), options.get(MIN_DIST));
                };
        return new EmbeddingMapEvaluator(projection, metric);
    }
}
