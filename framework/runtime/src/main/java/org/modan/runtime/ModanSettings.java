/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where this Modan finds and keeps things.
 *
 * @param pluginFolders searched in order; those that come with Modan first
 * @param cache decoded images and the like; may be deleted at any time
 * @param device {@code cpu} or {@code gpu:N}
 * @param variables that experiments may name as {@code ${NAME}}, such as those of the environment
 */
public record ModanSettings(
        List<Path> pluginFolders, Path cache, String device, Map<String, String> variables) {

    public ModanSettings {
        pluginFolders = List.copyOf(pluginFolders);
        requireNonNull(cache, "cache is null");
        requireNonNull(device, "device is null");
        variables = Map.copyOf(variables);
    }

    /** The folder of decoded images. */
    public Path imageCache() {
        return cache.resolve("images");
    }
}
