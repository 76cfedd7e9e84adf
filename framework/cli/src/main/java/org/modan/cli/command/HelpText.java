/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.Option;
import org.modan.cli.console.Layout;

/** The help of a command, and of all of them. */
public final class HelpText {

    private static final String INDENT = "  ";

    private HelpText() {}

    public static List<String> ofAll(List<Command> commands, int width) {
        List<String> lines = new ArrayList<>();
        lines.addAll(
                Layout.wrap(
                        "Modan compares ways of pretraining an encoder on medical images: which of them serves your task best?",
                        width,
                        ""));
        lines.add("");
        lines.add("usage: modan COMMAND [options]");
        lines.add("");
        lines.add("commands");
        lines.addAll(
                Layout.definitions(
                        commands.stream()
                                .map(command -> Map.entry(command.name(), command.summary()))
                                .toList(),
                        width,
                        INDENT));
        lines.add("");
        lines.add("  modan help COMMAND   what a command does, with every option");
        lines.add("  modan --version      which Modan this is");
        lines.add("");
        lines.add("environment");
        lines.addAll(
                Layout.definitions(
                        List.of(
                                Map.entry("MODAN_CACHE", "folder for decoded images"),
                                Map.entry("MODAN_PLUGINS", "further folders of plugins"),
                                Map.entry("MODAN_JAVA_OPTS", "options for Java, such as -Xmx8g")),
                        width,
                        INDENT));
        lines.add("");
        lines.addAll(
                Layout.wrap(
                        "exit codes: 0 done, 1 internal error, 2 usage, configuration or data, 3 plugin, 4 some cells failed, 130 interrupted (run it again to go on)",
                        width,
                        ""));
        return lines;
    }

    public static List<String> of(Command command, int width) {
        List<String> lines = new ArrayList<>(Layout.wrap(command.summary(), width, ""));
        lines.add("");
        String start = "usage: ";
        for (String form : command.usage()) {
            lines.addAll(usage(start, form, width));
            start = "   or: ";
        }
        for (String paragraph : command.details()) {
            lines.add("");
            lines.addAll(Layout.wrap(paragraph, width, ""));
        }
        Collection<Option> options = command.options().getOptions();
        if (!options.isEmpty()) {
            lines.add("");
            lines.add("options");
            lines.addAll(
                    Layout.definitions(
                            options.stream()
                                    .map(option -> Map.entry(form(option), option.getDescription()))
                                    .toList(),
                            width,
                            INDENT));
        }
        return lines;
    }

    private static List<String> usage(String start, String form, int width) {
        List<String> lines = new ArrayList<>(Layout.wrap(form, width, " ".repeat(start.length())));
        lines.set(0, start + lines.get(0).strip());
        return lines;
    }

    private static String form(Option option) {
        return "--" + option.getLongOpt() + (option.hasArg() ? " " + option.getArgName() : "");
    }
}
