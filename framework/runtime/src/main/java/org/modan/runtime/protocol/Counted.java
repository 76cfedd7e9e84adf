/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.protocol;

import java.util.List;

/** Names in a message, of which there may be thousands. */
final class Counted {

    private static final int MOST_NAMED = 3;

    private Counted() {}

    /** How many there are, and the first few: {@code 2: a, b} or {@code 7, such as a, b, c}. */
    static String text(List<String> names) {
        int shown = Math.min(names.size(), MOST_NAMED);
        String list = String.join(", ", names.subList(0, shown));
        return names.size() > shown ? "%d, such as %s".formatted(names.size(), list) : all(names);
    }

    /** How many there are, and all of them, for what somebody has to mend one by one. */
    static String all(List<String> names) {
        return "%d: %s".formatted(names.size(), String.join(", ", names));
    }
}
