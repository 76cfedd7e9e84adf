/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;

/**
 * Where this Modan finds and keeps things.
 *
 * @param pluginFolders searched in order; those that come with Modan first
 * @param cache decoded images and the like; may be deleted at any time
 * @param device {@code cpu} or {@code gpu:N}
 */
public record ModanSettings(List<Path> pluginFolders, Path cache, String device) {

    public ModanSettings {
        pluginFolders = List.copyOf(pluginFolders);
        requireNonNull(cache, "cache is null");
        requireNonNull(device, "device is null");
    }

    /** The folder of decoded images. */
    public Path imageCache() {
        return cache.resolve("images");
    }
}
