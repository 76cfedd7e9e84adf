/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * Where decoded images are kept.
 *
 * @param path created when first needed
 */
public record ImageCacheFolder(Path path) {

    public ImageCacheFolder {
        requireNonNull(path, "path is null");
    }
}
