/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.cache;

import java.io.IOException;
import java.nio.file.Path;

/** A kind of file in the cache. */
public interface CacheKind {

    /** What people call files of this kind, in the plural. */
    String title();

    /**
     * Whether a file of this name is one of these. The folder may be a person's own by mistake, and
     * what is one of these may be deleted: no other program may choose such a name.
     */
    boolean owns(String fileName);

    /**
     * What a file holds, in a few words, as far as can be told without reading it all.
     *
     * @throws DamagedFileException if it is seen to be damaged
     */
    String describe(Path file) throws IOException;

    /**
     * Reads a file to its end.
     *
     * @throws DamagedFileException if it is damaged
     */
    void verify(Path file) throws IOException;
}
