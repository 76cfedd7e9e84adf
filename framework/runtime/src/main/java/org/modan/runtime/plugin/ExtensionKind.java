/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Function;
import org.modan.spi.DatasetAdapterFactory;
import org.modan.spi.EvaluatorFactory;
import org.modan.spi.ExtensionFactory;
import org.modan.spi.Plugin;
import org.modan.spi.PretrainStrategyFactory;

/**
 * A kind of extension. A further one is a further constant here and a getter of {@link Plugin}.
 *
 * @param <F> what makes extensions of this kind
 */
public final class ExtensionKind<F extends ExtensionFactory> {

    public static final ExtensionKind<PretrainStrategyFactory> STRATEGY =
            new ExtensionKind<>("strategy", Plugin::pretrainStrategies);

    public static final ExtensionKind<DatasetAdapterFactory> DATASET =
            new ExtensionKind<>("dataset", Plugin::datasetAdapters);

    public static final ExtensionKind<EvaluatorFactory> EVALUATOR =
            new ExtensionKind<>("evaluator", Plugin::evaluators);

    /** Every kind, in the order they are shown. */
    public static final List<ExtensionKind<?>> ALL = List.of(STRATEGY, DATASET, EVALUATOR);

    private final String noun;
    private final Function<Plugin, List<F>> getter;

    private ExtensionKind(String noun, Function<Plugin, List<F>> getter) {
        this.noun = requireNonNull(noun, "noun is null");
        this.getter = requireNonNull(getter, "getter is null");
    }

    /** What a user calls it: strategy, dataset, evaluator. */
    public String noun() {
        return noun;
    }

    public List<F> factories(Plugin plugin) {
        return getter.apply(plugin);
    }

    @Override
    public String toString() {
        return noun;
    }
}
