/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin.loading;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import org.modan.runtime.plugin.LoadedPlugin;
import org.modan.runtime.plugin.OwnContext;
import org.modan.runtime.plugin.PluginFolders;
import org.modan.runtime.plugin.PluginLoading;
import org.modan.runtime.plugin.PluginName;
import org.modan.runtime.plugin.PluginProblem;
import org.modan.runtime.plugin.UnusablePluginException;
import org.modan.runtime.plugin.failure.PluginBoundary;
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
     * Loads everything in the given folders: folders in their order, what lies in them sorted by
     * name. Where an id appears twice the first one stays.
     *
     * @param folders that ought to be there; a missing one is a problem
     */
    public PluginLoading load(PluginFolders folders) {
        FoundPlugins found = new FoundPlugins();
        for (Path folder : folders.all()) {
            try {
                for (Path entry : PluginCandidate.entries(folder)) {
                    load(entry, folders.isOwn(folder), found);
                }
            } catch (UnusablePluginException e) {
                found.add(e.problem());
            }
        }
        return found.loading();
    }

    /** Loads one jar, or the directory of a jar with its libraries, wherever it lies. */
    public PluginLoading loadOnly(Path jarOrDirectory) {
        FoundPlugins found = new FoundPlugins();
        load(jarOrDirectory.toAbsolutePath().normalize(), false, found);
        return found.loading();
    }

    private void load(Path entry, boolean comesWithModan, FoundPlugins found) {
        try {
            PluginCandidate candidate = PluginCandidate.at(entry);
            PluginDescriptor descriptor = PluginDescriptor.of(candidate.contents());
            Optional<LoadedPlugin> holder = found.holderOf(descriptor.id());
            if (holder.isPresent()) {
                found.addRival(holder.get(), candidate.jar());
                return;
            }
            LoadedPlugin plugin = load(candidate, descriptor, comesWithModan);
            found.add(plugin);
            LOG.debug("{}", plugin.name());
        } catch (UnusablePluginException e) {
            found.add(e.problem());
        }
    }

    private LoadedPlugin load(
            PluginCandidate candidate, PluginDescriptor descriptor, boolean comesWithModan)
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
                    loader,
                    comesWithModan);
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
        Plugin plugin =
                PluginBoundary.call(
                        jar,
                        "create " + descriptor.provider(),
                        () -> OwnContext.of(loader, provider::get));
        String id = PluginBoundary.call(jar, "read the plugin's id", plugin::id);
        if (!id.equals(descriptor.id())) {
            throw new UnusablePluginException(
                    jar,
                    "calls itself '%s', but '%s' in its manifest".formatted(id, descriptor.id()),
                    "make Plugin.id() and Plugin-Id the same");
        }
        return plugin;
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
}
