/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.modan.spi.ExtensionFactory;

/** What a test offers, as if it had come from the jar of a plugin. */
public final class Offered {

    private Offered() {}

    public static <F extends ExtensionFactory> Extension<F> by(
            String plugin, String version, F factory) {
        return new Extension<>(
                factory,
                new LoadedPlugin(
                        plugin,
                        version,
                        SpiVersion.HOST,
                        Path.of(plugin + ".jar"),
                        "0".repeat(64),
                        () -> plugin,
                        new URLClassLoader(new URL[0]),
                        false));
    }
}
