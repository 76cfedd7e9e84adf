/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

import java.util.List;

/**
 * Opens a dataset where an experiment says it lies.
 *
 * @since 1.0
 */
public interface DatasetAdapterFactory extends ExtensionFactory {

    /**
     * Those of {@link #options()} that only say which images there are and what is known of them.
     * The host takes all others to decide how an image's file becomes pixels: another value of
     * these leaves cached images, and encoders that were told nothing of it, as they are.
     */
    default List<Option<?>> labelOptions() {
        return List.of();
    }

    /**
     * Reads the index: names, labels, groups, metadata, but no pixels.
     *
     * @param options validated values of {@link #options()}, defaults filled in
     * @throws ModanException with {@link ErrorCode#DATASET} if nothing usable lies there; the
     *     message says what was expected and what was found
     */
    DatasetAdapter open(Options options, PluginContext context);
}
