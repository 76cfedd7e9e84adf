/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.modan.spi.Digests;
import org.modan.spi.Plugin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the plugins of some folders, each in a class loader of its own. A folder holds jars, and
 * directories of a jar with its libraries. One bad plugin never hinders another: it becomes a
 * problem, and the rest goes on.
 */
public final class PluginLoader {

    private static final Logger LOG = LoggerFactory.getLogger(PluginLoader.class);

    private final ClassLoader host;

    /**
     * @param host what sees the contracts and DJL; where the shared packages are loaded from
     */
    public PluginLoader(ClassLoader host) {
        this.host = requireNonNull(host, "host is null");
    }

    /**
     * Loads everything in the given folders: folders in the given order, what lies in them sorted
     * by name. Where an id appears twice the first one stays, so the built-in folder comes first.
     *
     * @param roots folders that ought to be there; a missing one is a problem
     */
    public PluginLoading load(List<Path> roots) {
        Map<String, LoadedPlugin> plugins = new LinkedHashMap<>();
        List<PluginProblem> problems = new ArrayList<>();
        for (Path root : normalized(roots)) {
            try {
                for (Path entry : PluginCandidate.entries(root)) {
                    loadInto(plugins, problems, entry);
                }
            } catch (UnusablePluginException e) {
                problems.add(e.problem());
            }
        }
        return new PluginLoading(List.copyOf(plugins.values()), problems);
    }

    /** Loads one jar, or the directory of a jar with its libraries, wherever it lies. */
    public PluginLoading loadOnly(Path jarOrDirectory) {
        Map<String, LoadedPlugin> plugins = new LinkedHashMap<>();
        List<PluginProblem> problems = new ArrayList<>();
        loadInto(plugins, problems, jarOrDirectory.toAbsolutePath().normalize());
        return new PluginLoading(List.copyOf(plugins.values()), problems);
    }

    private void loadInto(
            Map<String, LoadedPlugin> plugins, List<PluginProblem> problems, Path entry) {
        try {
            PluginCandidate candidate = PluginCandidate.at(entry);
            PluginDescriptor descriptor = PluginDescriptor.of(candidate.contents());
            requireFree(descriptor.id(), candidate.jar(), plugins);
            LoadedPlugin plugin = load(candidate, descriptor);
            plugins.put(plugin.id(), plugin);
            LOG.debug("plugin {} {} from {}", plugin.id(), plugin.version(), plugin.jar());
        } catch (UnusablePluginException e) {
            problems.add(e.problem());
        }
    }

    private LoadedPlugin load(PluginCandidate candidate, PluginDescriptor descriptor)
            throws UnusablePluginException {
        String digest = digest(candidate.jar());
        PluginClassLoader loader =
                new PluginClassLoader(
                        new PluginName(descriptor.id(), descriptor.version(), candidate.jar()),
                        candidate.classPath(),
                        host);
        try {
            Plugin plugin = instantiate(candidate.jar(), descriptor, loader);
            return new LoadedPlugin(
                    descriptor.id(),
                    descriptor.version(),
                    descriptor.spiVersion(),
                    candidate.jar(),
                    digest,
                    plugin,
                    loader);
        } catch (UnusablePluginException e) {
            close(loader);
            throw e;
        }
    }

    private static Plugin instantiate(
            Path jar, PluginDescriptor descriptor, PluginClassLoader loader)
            throws UnusablePluginException {
        String step = "load " + descriptor.provider();
        ServiceLoader.Provider<Plugin> provider =
                PluginBoundary.call(
                        jar,
                        step,
                        () ->
                                ServiceLoader.load(Plugin.class, loader).stream()
                                        .findFirst()
                                        .orElseThrow());
        if (provider.type().getClassLoader() != loader) {
            throw new UnusablePluginException(
                    jar,
                    "names %s in its service file, a class that is not its own"
                            .formatted(descriptor.provider()),
                    "name the class in the jar that implements Plugin");
        }
        Plugin plugin = PluginBoundary.call(jar, "create " + descriptor.provider(), provider::get);
        String id = PluginBoundary.call(jar, "read the plugin's id", plugin::id);
        if (!id.equals(descriptor.id())) {
            throw new UnusablePluginException(
                    jar,
                    "calls itself '%s', but '%s' in its manifest".formatted(id, descriptor.id()),
                    "make Plugin.id() and Plugin-Id the same");
        }
        return plugin;
    }

    private static void requireFree(String id, Path jar, Map<String, LoadedPlugin> plugins)
            throws UnusablePluginException {
        LoadedPlugin first = plugins.get(id);
        if (first != null) {
            throw new UnusablePluginException(
                    jar,
                    "has the id '%s', as has %s, which came first".formatted(id, first.jar()),
                    "remove one of the two, or give this one an id of its own");
        }
    }

    private static String digest(Path jar) throws UnusablePluginException {
        try {
            return Digests.ofFile(jar);
        } catch (IOException e) {
            throw new UnusablePluginException(
                    new PluginProblem(
                            jar,
                            "cannot be read (%s)".formatted(e.getMessage()),
                            "make it readable"),
                    e);
        }
    }

    private static void close(PluginClassLoader loader) {
        try {
            loader.close();
        } catch (IOException e) {
            LOG.debug("cannot close the class loader of {}", loader.getName(), e);
        }
    }

    private static List<Path> normalized(List<Path> roots) {
        return roots.stream().map(root -> root.toAbsolutePath().normalize()).distinct().toList();
    }
}
