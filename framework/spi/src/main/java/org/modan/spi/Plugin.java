/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

import java.util.List;

/**
 * The one service a plugin's jar provides, named in {@code META-INF/services/org.modan.spi.Plugin}.
 *
 * <p>Every getter defaults to an empty list, so a kind of extension added later breaks no plugin.
 *
 * @since 1.0
 */
public interface Plugin {

    /** A short, stable name for messages and provenance, in lower case with dashes. */
    String id();

    /** Ways of arriving at an encoder that this plugin offers. */
    default List<PretrainStrategyFactory> pretrainStrategies() {
        return List.of();
    }

    /** Datasets that this plugin can read. */
    default List<DatasetAdapterFactory> datasetAdapters() {
        return List.of();
    }

    /** Ways of judging an encoder that this plugin offers. */
    default List<EvaluatorFactory> evaluators() {
        return List.of();
    }
}
