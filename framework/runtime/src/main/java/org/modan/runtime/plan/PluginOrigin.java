/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import java.util.Map;
import org.modan.runtime.plugin.LoadedPlugin;

/**
 * Where an extension came from.
 *
 * @param id the plugin
 * @param version of the plugin
 * @param sha256 of its jar
 */
public record PluginOrigin(String id, String version, String sha256) {

    /** What decides what its code does: of a snapshot, whose version stays, the jar itself. */
    Map<String, Object> identity() {
        return version.endsWith(ModanVersion.SNAPSHOT)
                ? Map.of("id", id, "version", version, "sha256", sha256)
                : Map.of("id", id, "version", version);
    }

    static PluginOrigin of(LoadedPlugin plugin) {
        return new PluginOrigin(plugin.id(), plugin.version(), plugin.sha256());
    }
}
