/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.files;

import java.util.List;

/** Names the first few of many things, and counts the rest. */
public final class Few {

    private static final int SHOWN = 5;

    private Few() {}

    /** All of a short list; of a long one {@code a, b, c, d, e and 12 more}. */
    public static String of(List<String> names) {
        String shown = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
        return names.size() <= SHOWN
                ? shown
                : "%s and %d more".formatted(shown, names.size() - SHOWN);
    }
}
