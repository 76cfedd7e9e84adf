/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

/**
 * Opens a dataset where an experiment says it lies.
 *
 * @since 1.0
 */
public interface DatasetAdapterFactory extends ExtensionFactory {

    /**
     * Reads the index: names, labels, groups, metadata, but no pixels.
     *
     * @param options validated values of {@link #options()}, defaults filled in
     * @throws ModanException with {@link ErrorCode#DATASET} if nothing usable lies there; the
     *     message says what was expected and what was found
     */
    DatasetAdapter open(Options options, PluginContext context);
}
