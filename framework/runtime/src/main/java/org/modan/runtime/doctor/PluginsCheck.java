/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.doctor;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.modan.runtime.plugin.PluginFolders;
import org.modan.runtime.plugin.PluginLoading;
import org.modan.runtime.plugin.catalog.ExtensionCatalog;
import org.modan.runtime.plugin.loading.PluginLoader;

/** Every plugin that is found, and every one that cannot be used. */
final class PluginsCheck implements Check {

    private final PluginFolders folders;

    PluginsCheck(PluginFolders folders) {
        this.folders = requireNonNull(folders, "folders is null");
    }

    @Override
    public Area area() {
        return Area.PLUGINS;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        try (PluginLoading loading =
                new PluginLoader(PluginsCheck.class.getClassLoader()).load(folders)) {
            loading.plugins()
                    .forEach(
                            plugin ->
                                    findings.add(
                                            Finding.ok(
                                                    area(),
                                                    "%s %s: %s"
                                                            .formatted(
                                                                    plugin.id(),
                                                                    plugin.version(),
                                                                    plugin.jar()))));
            ExtensionCatalog.of(loading)
                    .problems()
                    .forEach(
                            problem ->
                                    findings.add(
                                            Finding.problem(
                                                    area(),
                                                    "%s: %s"
                                                            .formatted(
                                                                    problem.jar(), problem.cause()),
                                                    problem.remedy())));
        }
        if (findings.isEmpty()) {
            findings.add(
                    Finding.problem(
                            area(),
                            folders.all().isEmpty()
                                    ? "no folder of plugins is known"
                                    : "no plugin in " + folders.all().get(0),
                            "start Modan with its bin/modan, or install it again"));
        }
        return findings;
    }
}
