/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.Options;
import org.modan.cli.console.Console;
import org.modan.cli.console.ExitCode;
import org.modan.cli.host.Environment;

/** Runs the experiment that comes with Modan. */
final class DemoCommand implements Command {

    private static final String FILE = "demo.yaml";

    private final Environment environment;

    DemoCommand(Environment environment) {
        this.environment = requireNonNull(environment, "environment is null");
    }

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String summary() {
        return "runs a small experiment on generated images: a few minutes on two cores, no download";
    }

    @Override
    public List<String> usage() {
        return List.of(
                "modan demo [--out DIR] [--device cpu|gpu:N] [--tensorboard] [--plugins DIR]... [--strict-plugins]");
    }

    @Override
    public Options options() {
        return new Options()
                .addOption(CommonOptions.out("results/demo"))
                .addOption(CommonOptions.device())
                .addOption(CommonOptions.tensorBoard())
                .addOption(CommonOptions.plugins())
                .addOption(CommonOptions.strictPlugins());
    }

    @Override
    public ExitCode run(Arguments arguments, Console console) {
        arguments.refuseWords();
        Path file = new Installation(environment).experiment(FILE);
        return new ExperimentSession(environment, console)
                .run(modan -> modan.read(file, List.of()), arguments);
    }
}
