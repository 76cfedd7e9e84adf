/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.modan.cli.console.Layout;
import org.modan.cli.host.Environment;
import org.modan.runtime.plan.StrategyDefaults;
import org.modan.runtime.plugin.Extension;
import org.modan.runtime.plugin.ExtensionKind;
import org.modan.spi.Option;
import org.modan.spi.PretrainStrategyFactory;

/**
 * Describes an extension from what it says of itself.
 *
 * @param width columns that text is wrapped at
 */
record ExtensionText(Environment environment, int width) {

    private static final String INDENT = "  ";

    List<String> of(ExtensionKind<?> kind, Extension<?> extension) {
        List<String> lines = new ArrayList<>();
        lines.add(kind.noun() + " " + extension.factory().name());
        lines.addAll(Layout.wrap(extension.factory().summary(), width, INDENT));
        lines.add(
                INDENT
                        + "plugin %s %s, %s"
                                .formatted(
                                        extension.plugin().id(),
                                        extension.plugin().version(),
                                        environment.shown(extension.plugin().jar())));
        extension
                .factory()
                .citation()
                .ifPresent(
                        source -> lines.addAll(Layout.wrap("published: " + source, width, INDENT)));
        List<Option<?>> options = extension.factory().options().options();
        lines.add("");
        lines.add(options.isEmpty() ? INDENT + "takes no options" : INDENT + "options");
        for (Option<?> option : options) {
            lines.add(INDENT + INDENT + option.name() + ": " + values(option));
            lines.addAll(Layout.wrap(option.description(), width, INDENT.repeat(4)));
        }
        if (extension.factory() instanceof PretrainStrategyFactory strategy) {
            StrategyDefaults.of(strategy).ifPresent(recipe -> lines.addAll(training(recipe)));
        }
        return lines;
    }

    private List<String> training(Map<String, Object> recipe) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(INDENT + "trains, where the experiment says nothing else, with");
        recipe.forEach(
                (name, value) ->
                        lines.addAll(
                                Layout.wrap(name + ": " + yaml(value), width, INDENT.repeat(2))));
        return lines;
    }

    /** As in an experiment file: {@code {name: sgd, lr: 0.05}}. */
    private static String yaml(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + yaml(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return String.valueOf(value);
    }

    /** {@code number, greater than 0, default 0.07}. */
    private static String values(Option<?> option) {
        StringBuilder text = new StringBuilder(option.type());
        if (!option.range().isEmpty()) {
            text.append(", ").append(option.range());
        }
        if (option.defaultValue().isPresent()) {
            text.append(", default ").append(option.defaultValue().get());
        } else {
            text.append(option.isRequired() ? ", must be given" : ", may be left out");
        }
        return text.toString();
    }
}
