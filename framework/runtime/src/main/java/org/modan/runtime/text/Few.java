/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.text;

import java.util.Collection;

/** Names in a message, of which there may be thousands. */
public final class Few {

    private Few() {}

    /**
     * The first few, and how many more there are: {@code a, b, c and 12 more}.
     *
     * @param most that are named
     */
    public static String of(Collection<String> names, int most) {
        String some = String.join(", ", names.stream().limit(most).toList());
        int more = names.size() - most;
        return more > 0 ? "%s and %d more".formatted(some, more) : some;
    }
}
