/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether the process that was writing a file has ended. Neither sign is enough: a lock may be
 * known to its own computer alone, and a process may be slow.
 */
final class Abandonment {

    private static final Duration UNTOUCHED = Duration.ofMinutes(10);
    private static final Duration UNTOUCHED_WITHOUT_LOCKS = Duration.ofDays(1);

    private Abandonment() {}

    /** Must not be asked by who holds a claim: closing the locks would give that back as well. */
    static boolean isAbandoned(Path unfinished, String finishedName) throws IOException {
        Instant touched = Files.getLastModifiedTime(unfinished).toInstant();
        Duration age = Duration.between(touched, Instant.now());
        if (age.compareTo(UNTOUCHED) < 0) {
            return false;
        }
        try (Locks locks = Locks.in(unfinished.getParent())) {
            return locks.take(finishedName).isPresent();
        } catch (IOException e) {
            return age.compareTo(UNTOUCHED_WITHOUT_LOCKS) > 0;
        }
    }
}
