/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import org.modan.cli.console.Console;
import org.modan.cli.console.ExitCode;
import org.modan.cli.host.Environment;
import org.modan.runtime.Modan;

/** Shows every plugin that was found, and what is wrong with those that cannot be used. */
final class PluginsList implements PluginsAction {

    private final Environment environment;

    PluginsList(Environment environment) {
        this.environment = requireNonNull(environment, "environment is null");
    }

    @Override
    public String word() {
        return "list";
    }

    @Override
    public Set<String> options() {
        return Set.of(CommonOptions.PLUGINS, CommonOptions.STRICT_PLUGINS);
    }

    @Override
    public ExitCode run(Arguments arguments, List<String> words, Console console) {
        if (!words.isEmpty()) {
            throw arguments.problem("list takes no " + String.join(" ", words));
        }
        try (PluginSession session = PluginSession.open(environment, arguments)) {
            Modan modan = session.modan();
            console.print(
                    new PluginsText(environment, console.width())
                            .of(modan.plugins(), modan.catalog()));
            return session.done();
        }
    }
}
