/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.results;

import org.modan.spi.Digests;

/**
 * Names of files made of ids: a matrix's values may be paths, and a file's name must not be one.
 */
public final class FileName {

    private static final int MOST_CHARACTERS = 150;

    private FileName() {}

    /** The file in predictions/ of all repeats of an arm on a task with an evaluator. */
    public static String ofPredictions(String arm, String task, String evaluator) {
        return of("%s.%s.%s".formatted(arm, task, evaluator)) + ".csv";
    }

    /** A name of harmless characters; two ids never get the same one. */
    public static String of(String id) {
        String safe = id.replaceAll("[^A-Za-z0-9._=+,\\[\\]-]", "_");
        if (safe.length() > MOST_CHARACTERS) {
            safe = safe.substring(0, MOST_CHARACTERS);
        }
        return safe.equals(id) ? safe : safe + "-" + Digests.ofText(id).substring(0, 8);
    }
}
