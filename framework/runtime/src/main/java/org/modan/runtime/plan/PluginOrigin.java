/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import java.util.Map;
import java.util.TreeMap;
import org.modan.runtime.data.OpenDataset;
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
        // Sorted: the order of Map.of differs from process to process, and this becomes text.
        Map<String, Object> identity = new TreeMap<>(Map.of("id", id, "version", version));
        if (version.endsWith(ModanVersion.SNAPSHOT)) {
            identity.put("sha256", sha256);
        }
        return identity;
    }

    /** Of the code that reads a dataset. */
    static PluginOrigin of(OpenDataset dataset) {
        return of(dataset.plugin());
    }

    static PluginOrigin of(LoadedPlugin plugin) {
        return new PluginOrigin(plugin.id(), plugin.version(), plugin.sha256());
    }
}
