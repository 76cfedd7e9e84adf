/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * What became of the plugins that were found. Closing it closes their class loaders: after that no
 * class of a plugin can be loaded that was not loaded before.
 *
 * @param plugins those that are ready, in the order they were found
 * @param problems those that are not, and why
 * @param contestedIds the problems, among these, of plugins whose id one before them has
 */
public record PluginLoading(
        List<LoadedPlugin> plugins,
        List<PluginProblem> problems,
        Map<String, List<PluginProblem>> contestedIds)
        implements AutoCloseable {

    public PluginLoading {
        plugins = List.copyOf(plugins);
        problems = List.copyOf(problems);
        contestedIds = Map.copyOf(contestedIds);
    }

    /** Of plugins that each have an id of their own. */
    public PluginLoading(List<LoadedPlugin> plugins, List<PluginProblem> problems) {
        this(plugins, problems, Map.of());
    }

    /**
     * @throws UncheckedIOException with the first failure, after every loader was tried
     */
    @Override
    public void close() {
        UncheckedIOException failure = null;
        for (LoadedPlugin plugin : plugins) {
            try {
                plugin.loader().close();
            } catch (IOException e) {
                if (failure == null) {
                    failure = new UncheckedIOException("cannot close " + plugin.jar(), e);
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
