/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

/**
 * What the host offers an extension at its creation.
 *
 * @since 1.0
 */
public interface PluginContext {

    /**
     * The extension's own source of randomness: the same for the same experiment seed and place.
     */
    Seed seed();

    /** Tells the user something worth knowing that is no error; shown first in the report. */
    void warn(String message);
}
