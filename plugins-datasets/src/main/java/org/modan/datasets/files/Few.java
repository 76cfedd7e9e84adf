/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.files;

import java.util.List;

/** Names the first few of many things, and counts the rest. */
public final class Few {

    /** How many are named. */
    static final int SHOWN = 5;

    private Few() {}

    /** All of a short list; of a long one {@code a, b, c, d, e and 12 more}. */
    public static String of(List<String> names) {
        return of(names, names.size());
    }

    /**
     * @param first at least the first {@link #SHOWN}, or all of fewer
     * @param count how many there are
     */
    static String of(List<String> first, int count) {
        String shown = String.join(", ", first.subList(0, Math.min(SHOWN, first.size())));
        return count <= SHOWN ? shown : "%s and %d more".formatted(shown, count - SHOWN);
    }
}
