/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.modan.spi.EvaluatorFactory;
import org.modan.testkit.EvaluatorContractTest;

/** The evaluators keep what every plugin's must. */
class BuiltInContractsTest {

    /** An evaluator of the plugin, by name. */
    private abstract static class BuiltIn extends EvaluatorContractTest {

        private final String name;

        BuiltIn(String name) {
            this.name = name;
        }

        @Override
        protected EvaluatorFactory factory() {
            return Evaluators.factory(name);
        }
    }

    @Nested
    class FineTune extends BuiltIn {
        FineTune() {
            super("fine-tune");
        }

        @Override
        protected Map<String, ?> options() {
            return Map.of("epochs", 3, "lr", 0.01);
        }
    }

    @Nested
    class LinearProbe extends BuiltIn {
        LinearProbe() {
            super("linear-probe");
        }
    }

    @Nested
    class Knn extends BuiltIn {
        Knn() {
            super("knn");
        }
    }

    @Nested
    class Logistic extends BuiltIn {
        Logistic() {
            super("logistic");
        }
    }

    @Nested
    class Majority extends BuiltIn {
        Majority() {
            super("majority");
        }
    }

    @Nested
    class MetadataOnly extends BuiltIn {
        MetadataOnly() {
            super("metadata-only");
        }
    }

    @Nested
    class EmbeddingMap extends BuiltIn {
        EmbeddingMap() {
            super("embedding-map");
        }
    }

    @Nested
    class LinearProbeOfStandardisedFeatures extends BuiltIn {
        LinearProbeOfStandardisedFeatures() {
            super("linear-probe");
        }

        @Override
        protected Map<String, ?> options() {
            return Map.of("standardise", true);
        }
    }

    @Nested
    class KnnByDistanceUnweighted extends BuiltIn {
        KnnByDistanceUnweighted() {
            super("knn");
        }

        @Override
        protected Map<String, ?> options() {
            return Map.of("metric", "euclidean", "weighted", false, "k", 3);
        }
    }

    @Nested
    class LogisticOfOnePenalty extends BuiltIn {
        LogisticOfOnePenalty() {
            super("logistic");
        }

        @Override
        protected Map<String, ?> options() {
            return Map.of("penalties", 0.1, "standardise", false);
        }
    }

    @Nested
    class EmbeddingMapByTsne extends BuiltIn {
        EmbeddingMapByTsne() {
            super("embedding-map");
        }

        @Override
        protected Map<String, ?> options() {
            return Map.of("method", "tsne", "perplexity", 5);
        }
    }

    @Nested
    class EmbeddingMapByPrincipalComponents extends BuiltIn {
        EmbeddingMapByPrincipalComponents() {
            super("embedding-map");
        }

        @Override
        protected Map<String, ?> options() {
            return Map.of("method", "pca");
        }
    }
}
