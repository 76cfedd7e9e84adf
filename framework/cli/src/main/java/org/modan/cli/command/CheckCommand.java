/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.modan.cli.console.Console;
import org.modan.cli.console.ExitCode;
import org.modan.cli.host.Environment;
import org.modan.cli.progress.CheckProgress;
import org.modan.cli.progress.ProgressDisplay;
import org.modan.runtime.Modan;
import org.modan.runtime.check.CheckOutcome;
import org.modan.runtime.check.Checker;
import org.modan.runtime.check.DatasetArgument;
import org.modan.runtime.check.ReportJson;

/** Says what a dataset holds and what is wrong with it, without training. */
final class CheckCommand implements Command {

    private static final String JSON = "json";
    private static final String WORD = "DATASET=PATH";

    private final Environment environment;

    CheckCommand(Environment environment) {
        this.environment = requireNonNull(environment, "environment is null");
    }

    @Override
    public String name() {
        return "check";
    }

    @Override
    public String summary() {
        return "says what a dataset holds, and which of its images are unreadable or there twice";
    }

    @Override
    public List<String> usage() {
        return List.of(
                "modan check DATASET=PATH [--set option=value]... [--json] [--plugins DIR]... [--strict-plugins]",
                "modan check FILE [--set path=value]... [--json] [--plugins DIR]... [--strict-plugins]");
    }

    @Override
    public List<String> details() {
        return List.of(
                "DATASET is the adapter that reads what lies in PATH, as in modan check busi=/data/busi; see modan list. With an experiment's FILE, every dataset of it is checked.",
                "Every image is read, and nothing is trained. Near-identical images are copies saved anew, enlarged, brightened and the like, and views a moment or a slice apart.",
                "The exit code is 0 if the dataset can be used, warnings or not, and 2 if it cannot: no images, some that cannot be read, or, of a FILE, a task that cannot be parted into its folds.");
    }

    @Override
    public Options options() {
        return new Options()
                .addOption(
                        CommonOptions.valued(
                                CommonOptions.SET,
                                "option=value",
                                "an option of the dataset, such as normal=drop (of a FILE: a value of the experiment); may be repeated"))
                .addOption(
                        Option.builder()
                                .longOpt(JSON)
                                .desc(
                                        "prints what was found as JSON, with all that the table shortens")
                                .get())
                .addOption(CommonOptions.plugins())
                .addOption(CommonOptions.strictPlugins());
    }

    @Override
    public ExitCode run(Arguments arguments, Console console) {
        String word = arguments.onlyWord(WORD);
        Optional<DatasetArgument> dataset =
                isFile(word) ? Optional.empty() : Optional.of(dataset(word, arguments));
        try (PluginSession session = PluginSession.start(environment, arguments, console)) {
            Modan modan = session.modan();
            CheckOutcome outcome;
            try (ProgressDisplay display = ProgressDisplay.on(console, environment)) {
                Checker checker = modan.checker(new CheckProgress(display));
                outcome =
                        dataset.map(one -> checker.check(one, environment.workingDirectory()))
                                .orElseGet(
                                        () ->
                                                checker.check(
                                                        modan.read(
                                                                environment.path(word),
                                                                arguments.values(
                                                                        CommonOptions.SET))));
            }
            print(outcome, arguments.has(JSON), console);
            return outcome.isUsable() ? ExitCode.DONE : ExitCode.USAGE;
        }
    }

    private static void print(CheckOutcome outcome, boolean json, Console console) {
        if (json) {
            console.print(ReportJson.of(outcome));
            return;
        }
        if (outcome.datasets().isEmpty()) {
            console.print("The experiment has no datasets.");
        }
        console.print(new CheckReport(console.width()).lines(outcome));
    }

    private static boolean isFile(String word) {
        String name = word.toLowerCase(Locale.ROOT);
        return !word.contains("=") && (name.endsWith(".yaml") || name.endsWith(".yml"));
    }

    private DatasetArgument dataset(String word, Arguments arguments) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        String path = equals < 0 ? "" : word.substring(equals + 1);
        if (name.isBlank() || equals >= 0 && path.isBlank()) {
            throw arguments.problem(
                    "%s: expected dataset=PATH, as in busi=/data/busi".formatted(word));
        }
        if (name.matches(".*[/\\\\].*")) {
            throw arguments.problem(
                    "%s: which dataset is this? Write dataset=PATH, as in folder=%s"
                            .formatted(word, word));
        }
        return new DatasetArgument(
                name.strip(),
                equals < 0 ? Optional.empty() : Optional.of(path),
                arguments.values(CommonOptions.SET));
    }
}
