/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has been found of plugins so far. */
final class FoundPlugins {

    private final Map<String, LoadedPlugin> plugins = new LinkedHashMap<>();
    private final List<PluginProblem> problems = new ArrayList<>();
    private final Map<String, List<PluginProblem>> contestedIds = new LinkedHashMap<>();

    void add(LoadedPlugin plugin) {
        plugins.put(plugin.id(), plugin);
    }

    void add(PluginProblem problem) {
        problems.add(problem);
    }

    /** Notes that another jar has the id of a plugin that was found before it. */
    void addRival(LoadedPlugin holder, Path jar) {
        PluginProblem problem = Contested.id(holder, jar);
        problems.add(problem);
        contestedIds.computeIfAbsent(holder.id(), unknown -> new ArrayList<>()).add(problem);
    }

    Optional<LoadedPlugin> holderOf(String id) {
        return Optional.ofNullable(plugins.get(id));
    }

    PluginLoading loading() {
        return new PluginLoading(List.copyOf(plugins.values()), problems, contestedIds);
    }
}
