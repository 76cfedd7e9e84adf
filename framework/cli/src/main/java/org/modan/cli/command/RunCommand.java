/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.apache.commons.cli.Options;
import org.modan.cli.console.Console;
import org.modan.cli.console.ExitCode;
import org.modan.cli.host.Environment;

/** Runs an experiment. */
final class RunCommand implements Command {

    private final Environment environment;

    RunCommand(Environment environment) {
        this.environment = requireNonNull(environment, "environment is null");
    }

    @Override
    public String name() {
        return "run";
    }

    @Override
    public String summary() {
        return "runs an experiment, or what is missing of it";
    }

    @Override
    public List<String> usage() {
        return List.of(
                "modan run FILE [--set path=value]... [--only axis=v1,v2]... [--out DIR] [--device cpu|gpu:N] [--tensorboard] [--plugins DIR]... [--strict-plugins] [--dry-run]",
                "modan run --corpus folder=PATH --metadata class --strategies mulsupcon,simclr,scratch --tasks busi=PATH --evaluators fine-tune [options]");
    }

    @Override
    public List<String> details() {
        return List.of(
                "FILE is an experiment in YAML; paths in it are relative to it. Without a file the options make the experiment, and paths are relative to the working directory.",
                "What an earlier run has done is not done again: after an interruption, a failure or a change the same command does what is missing. Results go to standard output, progress to standard error.");
    }

    @Override
    public Options options() {
        Options options =
                new Options()
                        .addOption(CommonOptions.set())
                        .addOption(CommonOptions.only())
                        .addOption(CommonOptions.out("results/NAME, by the experiment's name"))
                        .addOption(CommonOptions.device())
                        .addOption(CommonOptions.tensorBoard())
                        .addOption(CommonOptions.plugins())
                        .addOption(CommonOptions.strictPlugins())
                        .addOption(CommonOptions.dryRun());
        FilelessForm.options().forEach(options::addOption);
        return options;
    }

    @Override
    public ExitCode run(Arguments arguments, Console console) {
        ExperimentSource source = ExperimentSource.of(arguments, environment);
        ExperimentSession session = new ExperimentSession(environment, console);
        return arguments.has(CommonOptions.DRY_RUN)
                ? session.plan(source, arguments)
                : session.run(source, arguments);
    }
}
