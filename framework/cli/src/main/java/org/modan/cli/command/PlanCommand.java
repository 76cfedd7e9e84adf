/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.apache.commons.cli.Options;
import org.modan.cli.console.Console;
import org.modan.cli.console.ExitCode;
import org.modan.cli.host.Environment;

/** Shows what running an experiment would do. */
final class PlanCommand implements Command {

    private final Environment environment;

    PlanCommand(Environment environment) {
        this.environment = requireNonNull(environment, "environment is null");
    }

    @Override
    public String name() {
        return "plan";
    }

    @Override
    public String summary() {
        return "shows what an experiment would run, what of it is done, and what its data are";
    }

    @Override
    public List<String> usage() {
        return List.of(
                "modan plan FILE [--set path=value]... [--only axis=v1,v2]... [--out DIR] [--plugins DIR]... [--strict-plugins]");
    }

    @Override
    public Options options() {
        return new Options()
                .addOption(CommonOptions.set())
                .addOption(CommonOptions.only())
                .addOption(CommonOptions.out("results/NAME, by the experiment's name"))
                .addOption(CommonOptions.plugins())
                .addOption(CommonOptions.strictPlugins());
    }

    @Override
    public ExitCode run(Arguments arguments, Console console) {
        arguments.onlyWord("FILE");
        return new ExperimentSession(environment, console)
                .planWithData(ExperimentSource.of(arguments, environment), arguments);
    }
}
