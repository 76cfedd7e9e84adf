/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.modan.runtime.experiment.Extensions;
import org.modan.runtime.plugin.ExtensionKind;
import org.modan.runtime.plugin.PluginProblem;
import org.modan.runtime.plugin.catalog.ExtensionCatalog;
import org.modan.spi.ExtensionFactory;
import org.modan.spi.OptionSpec;

/** Shows the experiment reader which names there are and which options they take. */
final class CatalogExtensions implements Extensions {

    private final ExtensionCatalog catalog;
    private final Set<String> missing = new LinkedHashSet<>();
    private final Set<PluginProblem> contested = new LinkedHashSet<>();

    CatalogExtensions(ExtensionCatalog catalog) {
        this.catalog = requireNonNull(catalog, "catalog is null");
    }

    @Override
    public Optional<OptionSpec> strategy(String name) {
        return options(ExtensionKind.STRATEGY, name);
    }

    @Override
    public Optional<OptionSpec> dataset(String name) {
        return options(ExtensionKind.DATASET, name);
    }

    @Override
    public Optional<OptionSpec> evaluator(String name) {
        return options(ExtensionKind.EVALUATOR, name);
    }

    @Override
    public Set<String> strategies() {
        return Set.copyOf(catalog.names(ExtensionKind.STRATEGY));
    }

    @Override
    public Set<String> datasets() {
        return Set.copyOf(catalog.names(ExtensionKind.DATASET));
    }

    @Override
    public Set<String> evaluators() {
        return Set.copyOf(catalog.names(ExtensionKind.EVALUATOR));
    }

    /** Names that were asked for and that no plugin has. */
    Set<String> missing() {
        return Collections.unmodifiableSet(missing);
    }

    /** What makes it doubtful whose extensions were asked for. */
    Set<PluginProblem> contested() {
        return Collections.unmodifiableSet(contested);
    }

    private <F extends ExtensionFactory> Optional<OptionSpec> options(
            ExtensionKind<F> kind, String name) {
        contested.addAll(catalog.claimsOn(kind, name));
        Optional<OptionSpec> options =
                catalog.find(kind, name).map(extension -> extension.factory().options());
        if (options.isEmpty()) {
            missing.add(name);
        }
        return options;
    }
}
