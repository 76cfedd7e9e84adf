/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.modan.runtime.cache.CacheFile.State;
import org.modan.runtime.text.Reasons;

/**
 * What a clearing of the cache came to.
 *
 * @param deleted what is gone
 * @param left what is still used or still being written, by the rule that was given
 * @param failed what should be gone and is not
 */
public record Clearing(List<CacheFile> deleted, List<CacheFile> left, List<Failure> failed) {

    /** A file that could not be deleted, and why. */
    public record Failure(Path path, String reason) {}

    public Clearing {
        deleted = List.copyOf(deleted);
        left = List.copyOf(left);
        failed = List.copyOf(failed);
    }

    /**
     * Deletes files. One that is being written never is: its process would only make it again. What
     * is unfinished is of no use to anybody, and always goes.
     *
     * @param unwanted whether a file that is done goes
     */
    public static Clearing of(List<CacheFile> files, Predicate<CacheFile> unwanted) {
        List<CacheFile> deleted = new ArrayList<>();
        List<CacheFile> left = new ArrayList<>();
        List<Failure> failed = new ArrayList<>();
        for (CacheFile file : files) {
            boolean goes = file.state() == State.UNFINISHED || unwanted.test(file);
            if (file.state() == State.BEING_WRITTEN || !goes) {
                left.add(file);
                continue;
            }
            try {
                if (Files.deleteIfExists(file.path())) {
                    deleted.add(file);
                }
            } catch (IOException e) {
                failed.add(new Failure(file.path(), Reasons.of(e)));
            }
        }
        return new Clearing(deleted, left, failed);
    }
}
