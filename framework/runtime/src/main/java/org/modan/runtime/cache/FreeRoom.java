/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The room there is for files. */
public final class FreeRoom {

    private FreeRoom() {}

    /**
     * Bytes that may be written into a folder; empty if there is none, or its system does not say.
     */
    public static OptionalLong in(Path folder) {
        try {
            return OptionalLong.of(Files.getFileStore(folder).getUsableSpace());
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
