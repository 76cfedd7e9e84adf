/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.modan.cli.console.Console;
import org.modan.cli.console.ExitCode;
import org.modan.cli.host.Environment;
import org.modan.runtime.plugin.PluginFolders;
import org.modan.runtime.verify.Verification;
import org.modan.runtime.verify.Verifier;

/** Runs the contracts of all that one plugin offers, without an experiment. */
final class PluginsVerify implements PluginsAction {

    private final Environment environment;

    PluginsVerify(Environment environment) {
        this.environment = requireNonNull(environment, "environment is null");
    }

    @Override
    public String word() {
        return "verify";
    }

    @Override
    public Set<String> options() {
        return Set.of(CommonOptions.PLUGINS, CommonOptions.SET);
    }

    @Override
    public ExitCode run(Arguments arguments, List<String> words, Console console) {
        if (words.size() != 1) {
            throw arguments.problem(
                    words.isEmpty()
                            ? "verify needs a plugin's jar, or the folder of one with its libraries"
                            : "verify takes one plugin, not " + String.join(" ", words));
        }
        Path jar = environment.path(words.get(0));
        PluginFolders installed = new Installation(environment).settings(arguments).pluginFolders();
        VerifyReport report = new VerifyReport(environment, console);
        Verification verification =
                new Verifier(installed)
                        .verify(
                                jar,
                                arguments.values(CommonOptions.SET),
                                environment.workingDirectory(),
                                report);
        report.summary(verification);
        return verification.failed() == 0 ? ExitCode.DONE : ExitCode.PLUGIN;
    }
}
