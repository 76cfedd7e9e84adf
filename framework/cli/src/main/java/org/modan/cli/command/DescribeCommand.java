/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.Options;
import org.modan.cli.console.Console;
import org.modan.cli.console.ExitCode;
import org.modan.cli.host.Environment;
import org.modan.runtime.Modan;
import org.modan.runtime.plugin.ExtensionKind;
import org.modan.runtime.plugin.catalog.ExtensionCatalog;
import org.modan.runtime.text.DidYouMean;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/** Describes everything of one name. */
final class DescribeCommand implements Command {

    private final Environment environment;

    DescribeCommand(Environment environment) {
        this.environment = requireNonNull(environment, "environment is null");
    }

    @Override
    public String name() {
        return "describe";
    }

    @Override
    public String summary() {
        return "describes a strategy, dataset or evaluator with every option it takes";
    }

    @Override
    public List<String> usage() {
        return List.of("modan describe NAME [--plugins DIR]... [--strict-plugins]");
    }

    @Override
    public Options options() {
        return new Options()
                .addOption(CommonOptions.plugins())
                .addOption(CommonOptions.strictPlugins());
    }

    @Override
    public ExitCode run(Arguments arguments, Console console) {
        String name = arguments.onlyWord("NAME");
        try (PluginSession session = PluginSession.open(environment, arguments)) {
            session.warn(console);
            Modan modan = session.modan();
            List<String> lines = new ArrayList<>();
            for (ExtensionKind<?> kind : ExtensionKind.ALL) {
                modan.catalog()
                        .find(kind, name)
                        .ifPresent(
                                extension -> {
                                    lines.addAll(lines.isEmpty() ? List.of() : List.of(""));
                                    lines.addAll(
                                            new ExtensionText(environment, console.width())
                                                    .of(kind, extension));
                                });
            }
            if (lines.isEmpty()) {
                throw unknown(name, modan);
            }
            console.print(lines);
            return session.done();
        }
    }

    private static ModanException unknown(String name, Modan modan) {
        List<String> known = names(modan.catalog());
        Optional<String> meant = DidYouMean.suggest(name, known);
        String message =
                "nothing is called %s; %s"
                        .formatted(
                                name,
                                meant.map(near -> "did you mean " + near + "?")
                                        .orElse("see modan list"));
        if (!modan.pluginProblems().isEmpty()) {
            message +=
                    "\nSome plugins could not be used, which may offer it: see the end of modan list";
        }
        return new ModanException(ErrorCode.CONFIGURATION, message);
    }

    private static List<String> names(ExtensionCatalog catalog) {
        return ExtensionKind.ALL.stream()
                .flatMap(kind -> catalog.names(kind).stream())
                .distinct()
                .toList();
    }
}
