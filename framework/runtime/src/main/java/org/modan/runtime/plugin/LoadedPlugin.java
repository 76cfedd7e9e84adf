/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin;

import static java.util.Objects.requireNonNull;

import java.net.URLClassLoader;
import java.nio.file.Path;
import org.modan.spi.Plugin;

/**
 * A plugin that is ready, and where it came from.
 *
 * @param id unique among the plugins that are loaded
 * @param version its own version
 * @param spiVersion the version of the contracts it was built against
 * @param jar the file
 * @param sha256 of the file, in lower-case hexadecimal
 * @param plugin the instance
 * @param loader what its classes come from
 * @param comesWithModan whether it lies in Modan's own folder
 */
public record LoadedPlugin(
        String id,
        String version,
        SpiVersion spiVersion,
        Path jar,
        String sha256,
        Plugin plugin,
        URLClassLoader loader,
        boolean comesWithModan) {

    public LoadedPlugin {
        requireNonNull(id, "id is null");
        requireNonNull(version, "version is null");
        requireNonNull(spiVersion, "spiVersion is null");
        requireNonNull(jar, "jar is null");
        requireNonNull(sha256, "sha256 is null");
        requireNonNull(plugin, "plugin is null");
        requireNonNull(loader, "loader is null");
    }

    /** Which plugin it is, for people. */
    public PluginName name() {
        return new PluginName(id, version, jar);
    }
}
