/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin;

import static java.util.Objects.requireNonNull;

import org.modan.spi.ExtensionFactory;

/**
 * One thing a plugin offers.
 *
 * @param factory makes it
 * @param plugin offers it
 * @param <F> its kind
 */
public record Extension<F extends ExtensionFactory>(F factory, LoadedPlugin plugin) {

    public Extension {
        requireNonNull(factory, "factory is null");
        requireNonNull(plugin, "plugin is null");
    }
}
