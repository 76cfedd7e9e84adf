/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin;

import static java.util.Objects.requireNonNull;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/**
 * Loads one plugin: the Java platform and the packages of {@link HostPackages#SHARED} come from the
 * host, everything else from the plugin's own jars, so two plugins may bring two versions of one
 * library. Resources come from the platform and the plugin only; the host's service files stay out
 * of sight.
 *
 * <p>This keeps plugins from disturbing each other; it is no protection against a hostile one.
 */
public final class PluginClassLoader extends URLClassLoader {

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader host;

    /**
     * @param name shown in stack traces
     * @param jars the plugin's jar and its libraries, in the order they are searched
     * @param host where shared packages are loaded from
     */
    PluginClassLoader(String name, List<Path> jars, ClassLoader host) {
        super(name, urls(jars), getPlatformClassLoader());
        this.host = requireNonNull(host, "host is null");
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (HostPackages.contain(name)) {
            return host.loadClass(name);
        }
        return super.loadClass(name, resolve);
    }

    private static URL[] urls(List<Path> jars) {
        return jars.stream().map(PluginClassLoader::url).toArray(URL[]::new);
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("every file has a URL: " + jar, e);
        }
    }
}
