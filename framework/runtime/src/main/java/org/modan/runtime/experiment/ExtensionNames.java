/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.modan.runtime.experiment.section.Section;
import org.modan.runtime.text.DidYouMean;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;

/**
 * One kind of extension an experiment names.
 *
 * @param key under which it is named: {@code strategy}
 * @param find the options of the one with a name
 * @param names of all that are installed
 */
record ExtensionNames(
        String key, Function<String, Optional<OptionSpec>> find, Collection<String> names) {

    static final String STRATEGY = "strategy";
    static final String DATASET = "dataset";
    static final String EVALUATOR = "evaluator";

    /**
     * An installed extension.
     *
     * @param name that was given
     * @param options it takes
     */
    record Found(String name, OptionSpec options) {}

    static ExtensionNames strategy(Extensions extensions) {
        return new ExtensionNames(STRATEGY, extensions::strategy, sorted(extensions.strategies()));
    }

    static ExtensionNames dataset(Extensions extensions) {
        return new ExtensionNames(DATASET, extensions::dataset, sorted(extensions.datasets()));
    }

    static ExtensionNames evaluator(Extensions extensions) {
        return new ExtensionNames(
                EVALUATOR, extensions::evaluator, sorted(extensions.evaluators()));
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    /** The name a section gives; empty if it gives none, which is reported. */
    private Optional<String> readName(Section section) {
        Option<String> option = Option.text(key, "name of the " + key).optional();
        Optional<String> name =
                section.readOnly(OptionSpec.of(option)).flatMap(values -> values.find(option));
        if (name.isEmpty() && !section.node().entries().containsKey(key)) {
            section.report(key, "is missing" + repair(section));
        }
        return name;
    }

    private String repair(Section section) {
        return DidYouMean.suggest(key, new ArrayList<>(section.node().entries().keySet()))
                .map(near -> "; is that what %s means?".formatted(near))
                .orElseGet(() -> "; choose from %s".formatted(String.join(", ", names)));
    }

    /** The extension a section names; empty if that cannot be told, which is reported. */
    Optional<Found> read(Section section) {
        Optional<String> name = readName(section);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<OptionSpec> options = find.apply(name.get());
        if (options.isEmpty()) {
            section.report(
                    key,
                    "must be one that is installed, not '%s'".formatted(name.get())
                            + Section.instead(name.get(), names));
        }
        return options.map(spec -> new Found(name.get(), spec));
    }
}
