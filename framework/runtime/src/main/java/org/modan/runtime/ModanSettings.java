/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Map;
import org.modan.runtime.plugin.PluginFolders;

/**
 * Where this Modan finds and keeps things.
 *
 * @param pluginFolders where plugins are looked for
 * @param cache decoded images and the like; may be deleted at any time
 * @param device {@code cpu} or {@code gpu:N}
 * @param variables that experiments may name as {@code ${NAME}}, such as those of the environment
 */
public record ModanSettings(
        PluginFolders pluginFolders, Path cache, String device, Map<String, String> variables) {

    public ModanSettings {
        requireNonNull(pluginFolders, "pluginFolders is null");
        requireNonNull(cache, "cache is null");
        requireNonNull(device, "device is null");
        variables = Map.copyOf(variables);
    }

    /** The folder of decoded images. */
    public Path imageCache() {
        return cache.resolve("images");
    }
}
