/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/** When a file of the cache was last used, which its time tells. */
public final class LastUse {

    private LastUse() {}

    /** That it is used now; left out where one may read a file whose time one may not set. */
    public static void note(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (IOException e) {
            return;
        }
    }
}
