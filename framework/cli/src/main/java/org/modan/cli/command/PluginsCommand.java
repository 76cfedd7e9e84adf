/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.modan.cli.console.Console;
import org.modan.cli.console.ExitCode;
import org.modan.cli.host.Environment;
import org.modan.runtime.text.DidYouMean;

/** Everything for those who write or install plugins. */
final class PluginsCommand implements Command {

    private final List<PluginsAction> actions;

    PluginsCommand(Environment environment) {
        requireNonNull(environment, "environment is null");
        actions =
                List.of(
                        new PluginsList(environment),
                        new PluginsVerify(environment),
                        new PluginsNew(environment));
    }

    @Override
    public String name() {
        return "plugins";
    }

    @Override
    public String summary() {
        return "lists the plugins with their problems, verifies one, or starts a new one";
    }

    @Override
    public List<String> usage() {
        return List.of(
                "modan plugins [list] [--plugins DIR]... [--strict-plugins]",
                "modan plugins verify JAR|DIR [--set NAME.option=value]... [--plugins DIR]...",
                "modan plugins new DIR --kind strategy|dataset|evaluator [--id ID] [--package NAME]");
    }

    @Override
    public List<String> details() {
        return List.of(
                "list shows each plugin's id, version, the SPI it was built for, its jar with its SHA-256 and what it offers; and of each plugin that cannot be used, why, and what to do about it.",
                "verify loads one plugin beside the installed ones, and runs the contract suite of each strategy, dataset and evaluator it offers. One that needs options, such as the folder of a dataset, is skipped until they are given with --set. The exit code is 0, or 3 if a check failed.",
                "new writes a small Maven project that builds and passes as it is: one class, one test of it on the contract suite, and a pom.xml that finds Modan's artifacts in this installation.");
    }

    @Override
    public Options options() {
        return new Options()
                .addOption(CommonOptions.plugins())
                .addOption(CommonOptions.strictPlugins())
                .addOption(
                        CommonOptions.valued(
                                CommonOptions.SET,
                                "NAME.option=value",
                                "an option of what the plugin to verify offers, such as busi.root=/data/busi; may be repeated"))
                .addOption(
                        CommonOptions.valued(
                                NewProject.KIND,
                                "KIND",
                                "what the new plugin offers: strategy, dataset or evaluator"))
                .addOption(
                        CommonOptions.valued(
                                NewProject.ID,
                                "ID",
                                "what the new plugin and what it offers are called (default: as DIR)"))
                .addOption(
                        CommonOptions.valued(
                                NewProject.PACKAGE,
                                "NAME",
                                "Java package of the new plugin's class (default: the id without dashes)"));
    }

    @Override
    public ExitCode run(Arguments arguments, Console console) {
        List<String> words = arguments.words();
        PluginsAction action = words.isEmpty() ? actions.get(0) : named(words.get(0), arguments);
        refuseOptionsOfOthers(action, arguments);
        return action.run(
                arguments, words.isEmpty() ? words : words.subList(1, words.size()), console);
    }

    private PluginsAction named(String word, Arguments arguments) {
        List<String> known = actions.stream().map(PluginsAction::word).toList();
        return actions.stream()
                .filter(action -> action.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                arguments.problem(
                                        "does not know %s; %s"
                                                .formatted(word, DidYouMean.hint(word, known))));
    }

    private void refuseOptionsOfOthers(PluginsAction action, Arguments arguments) {
        for (Option option : options().getOptions()) {
            String name = option.getLongOpt();
            if (arguments.has(name) && !action.options().contains(name)) {
                Optional<PluginsAction> owner =
                        actions.stream().filter(one -> one.options().contains(name)).findFirst();
                throw arguments.problem(
                        "--%s is for modan plugins %s, not for %s"
                                .formatted(
                                        name,
                                        owner.map(PluginsAction::word).orElse("alone"),
                                        action.word()));
            }
        }
    }
}
