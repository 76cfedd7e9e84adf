/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.modan.cli.console.Layout;
import org.modan.cli.host.Environment;
import org.modan.runtime.plugin.ExtensionKind;
import org.modan.runtime.plugin.LoadedPlugin;
import org.modan.runtime.plugin.PluginProblem;
import org.modan.runtime.plugin.catalog.ExtensionCatalog;

/**
 * Describes plugins: where each came from and what it offers, and the problems of those that cannot
 * be used.
 *
 * @param width columns that text is wrapped at
 */
record PluginsText(Environment environment, int width) {

    private static final String INDENT = "  ";

    List<String> of(List<LoadedPlugin> plugins, ExtensionCatalog catalog) {
        List<String> lines = new ArrayList<>();
        for (LoadedPlugin plugin : plugins) {
            lines.add(heading(plugin));
            List<Map.Entry<String, String>> facts = origin(plugin);
            facts.addAll(offers(plugin, catalog));
            lines.addAll(Layout.definitions(facts, width, INDENT));
            lines.add("");
        }
        lines.add(count(plugins.size(), catalog.problems().size()));
        for (PluginProblem problem : catalog.problems()) {
            lines.add("");
            lines.addAll(of(problem));
        }
        return lines;
    }

    /** The jar, and below it cause and remedy. */
    List<String> of(PluginProblem problem) {
        List<String> lines = new ArrayList<>();
        lines.add(environment.shown(problem.jar()));
        lines.addAll(
                Layout.definitions(
                        List.of(
                                Map.entry("problem", problem.cause()),
                                Map.entry("remedy", problem.remedy())),
                        width,
                        INDENT));
        return lines;
    }

    /** {@code acme 1.0, for SPI 1.0}. */
    static String heading(LoadedPlugin plugin) {
        return "%s %s, for SPI %s".formatted(plugin.id(), plugin.version(), plugin.spiVersion());
    }

    private List<Map.Entry<String, String>> origin(LoadedPlugin plugin) {
        return new ArrayList<>(
                List.of(
                        Map.entry("jar", environment.shown(plugin.jar())),
                        Map.entry("SHA-256", plugin.sha256())));
    }

    private static List<Map.Entry<String, String>> offers(
            LoadedPlugin plugin, ExtensionCatalog catalog) {
        List<Map.Entry<String, String>> offers = new ArrayList<>();
        for (ExtensionKind<?> kind : ExtensionKind.ALL) {
            List<String> names =
                    catalog.names(kind).stream()
                            .filter(name -> offeredBy(plugin, catalog, kind, name))
                            .toList();
            if (!names.isEmpty()) {
                offers.add(Map.entry(KindNames.plural(kind), String.join(", ", names)));
            }
        }
        return offers.isEmpty() ? List.of(Map.entry("offers", "nothing")) : offers;
    }

    private static boolean offeredBy(
            LoadedPlugin plugin, ExtensionCatalog catalog, ExtensionKind<?> kind, String name) {
        return catalog.find(kind, name)
                .filter(extension -> extension.plugin().equals(plugin))
                .isPresent();
    }

    private static String count(int plugins, int problems) {
        String found = "%d %s".formatted(plugins, plugins == 1 ? "plugin" : "plugins");
        if (problems == 0) {
            return found + ", no problems";
        }
        return "%s, %d %s".formatted(found, problems, problems == 1 ? "problem:" : "problems:");
    }
}
