/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin.loading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modan.runtime.plugin.LoadedPlugin;
import org.modan.runtime.plugin.PluginLoading;
import org.modan.runtime.plugin.PluginProblem;

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
        PluginProblem problem = sameId(holder, jar);
        problems.add(problem);
        contestedIds.computeIfAbsent(holder.id(), unknown -> new ArrayList<>()).add(problem);
    }

    Optional<LoadedPlugin> holderOf(String id) {
        return Optional.ofNullable(plugins.get(id));
    }

    PluginLoading loading() {
        return new PluginLoading(List.copyOf(plugins.values()), problems, contestedIds);
    }

    private static PluginProblem sameId(LoadedPlugin first, Path second) {
        return first.comesWithModan()
                ? new PluginProblem(
                        second,
                        "has the id '%s' of a plugin that comes with Modan (%s)"
                                .formatted(first.id(), first.jar()),
                        "give it an id of its own, or remove it")
                : new PluginProblem(
                        second,
                        "has the id '%s', as has %s, which came first"
                                .formatted(first.id(), first.jar()),
                        "remove one of the two, or give this one an id of its own");
    }
}
