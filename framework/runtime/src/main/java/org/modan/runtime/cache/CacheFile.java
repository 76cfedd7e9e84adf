/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.cache;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A file of the cache, as it was found.
 *
 * @param kind what people call files of its kind, in the plural
 * @param text what it holds, or what is wrong with it
 * @param bytes its length
 * @param lastUsed when it was made or last opened, if who opened it may say so
 */
public record CacheFile(
        Path path, String kind, State state, String text, long bytes, Instant lastUsed) {

    /** How far a file can be used. */
    public enum State {
        WHOLE("whole"),
        DAMAGED("damaged"),
        /** What it holds is not known: it may be whole. */
        UNREADABLE("unreadable"),
        /** What a process has left that ended before it was done. */
        UNFINISHED("unfinished"),
        BEING_WRITTEN("being written");

        private final String text;

        State(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    public CacheFile {
        requireNonNull(path, "path is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(state, "state is null");
        requireNonNull(text, "text is null");
        requireNonNull(lastUsed, "lastUsed is null");
    }
}
