/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.modan.cli.console.Layout;
import org.modan.cli.host.Environment;
import org.modan.runtime.plugin.Extension;
import org.modan.runtime.plugin.ExtensionKind;
import org.modan.spi.Option;

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
        List<Option<?>> options = extension.factory().options().options();
        lines.add("");
        lines.add(options.isEmpty() ? INDENT + "takes no options" : INDENT + "options");
        for (Option<?> option : options) {
            lines.add(INDENT + INDENT + option.name() + ": " + values(option));
            lines.addAll(Layout.wrap(option.description(), width, INDENT.repeat(4)));
        }
        return lines;
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
