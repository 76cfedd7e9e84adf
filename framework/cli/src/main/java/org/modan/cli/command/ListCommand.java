/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.Options;
import org.modan.cli.console.Console;
import org.modan.cli.console.ExitCode;
import org.modan.cli.console.Layout;
import org.modan.cli.console.TextTable;
import org.modan.cli.console.TextTable.Side;
import org.modan.cli.host.Environment;
import org.modan.runtime.Modan;
import org.modan.runtime.plugin.Extension;
import org.modan.runtime.plugin.ExtensionKind;
import org.modan.runtime.plugin.LoadedPlugin;
import org.modan.runtime.plugin.PluginProblem;
import org.modan.runtime.plugin.catalog.ExtensionCatalog;

/** Lists what the plugins offer. */
final class ListCommand implements Command {

    private static final String INDENT = "  ";

    private final Environment environment;

    ListCommand(Environment environment) {
        this.environment = requireNonNull(environment, "environment is null");
    }

    @Override
    public String name() {
        return "list";
    }

    @Override
    public String summary() {
        return "lists the strategies, datasets and evaluators of the installed plugins";
    }

    @Override
    public List<String> usage() {
        return List.of("modan list [--plugins DIR]... [--strict-plugins]");
    }

    @Override
    public Options options() {
        return new Options()
                .addOption(CommonOptions.plugins())
                .addOption(CommonOptions.strictPlugins());
    }

    @Override
    public ExitCode run(Arguments arguments, Console console) {
        arguments.refuseWords();
        try (PluginSession session = PluginSession.open(environment, arguments)) {
            Modan modan = session.modan();
            Map<String, LoadedPlugin> plugins = new LinkedHashMap<>();
            for (ExtensionKind<?> kind : ExtensionKind.ALL) {
                List<Map.Entry<String, String>> entries = new ArrayList<>();
                for (Extension<?> extension : extensions(modan.catalog(), kind)) {
                    LoadedPlugin plugin = extension.plugin();
                    plugins.putIfAbsent(plugin.id(), plugin);
                    entries.add(
                            Map.entry(
                                    extension.factory().name(),
                                    "%s [%s]"
                                            .formatted(
                                                    extension.factory().summary(), plugin.id())));
                }
                console.print(KindNames.plural(kind));
                console.print(
                        entries.isEmpty()
                                ? List.of(INDENT + "none")
                                : Layout.definitions(entries, console.width(), INDENT));
                console.print("");
            }
            console.print(plugins(List.copyOf(plugins.values())));
            console.print(problems(modan.pluginProblems(), console.width()));
            return session.done();
        }
    }

    private static List<Extension<?>> extensions(ExtensionCatalog catalog, ExtensionKind<?> kind) {
        List<Extension<?>> extensions = new ArrayList<>();
        catalog.names(kind).forEach(name -> catalog.find(kind, name).ifPresent(extensions::add));
        return extensions;
    }

    private List<String> plugins(List<LoadedPlugin> plugins) {
        if (plugins.isEmpty()) {
            return List.of("plugins", INDENT + "none; see modan help list");
        }
        TextTable table = new TextTable(Side.LEFT, Side.LEFT, Side.LEFT);
        plugins.forEach(
                plugin ->
                        table.row(
                                INDENT + plugin.id(),
                                plugin.version(),
                                environment.shown(plugin.jar())));
        List<String> lines = new ArrayList<>(List.of("plugins"));
        lines.addAll(table.lines());
        return lines;
    }

    private static List<String> problems(List<PluginProblem> problems, int width) {
        List<String> lines = new ArrayList<>();
        if (!problems.isEmpty()) {
            lines.add("");
            lines.add("problems: these plugins cannot be used as they are");
            problems.forEach(
                    problem -> lines.addAll(Layout.wrap(problem.message(), width, INDENT)));
        }
        return lines;
    }
}
