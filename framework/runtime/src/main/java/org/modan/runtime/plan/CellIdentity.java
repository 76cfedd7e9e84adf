/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import org.modan.runtime.plugin.Extension;
import org.modan.spi.Options;

/** What decides the outcome of any cell: the code that runs and what it was told. */
final class CellIdentity {

    /** Found once: of a snapshot it is read from the jars. */
    private static final String MODAN = ModanVersion.identity();

    private CellIdentity() {}

    /**
     * The part that all cells have in common, to be completed.
     *
     * @param kind of cell
     * @param extension what it runs
     * @param options what that was told
     */
    static Map<String, Object> of(String kind, Extension<?> extension, Options options) {
        Map<String, Object> identity = new LinkedHashMap<>();
        identity.put("kind", kind);
        identity.put("modan", MODAN);
        identity.put("extension", extension.factory().name());
        identity.put("plugin", PluginOrigin.of(extension.plugin()).identity());
        identity.put("options", options.withoutLocations());
        identity.put("files", OptionFiles.digests(options));
        return identity;
    }
}
