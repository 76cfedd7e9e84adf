/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import java.util.Collection;

/** Many names in a message: the first few, and how many more there are. */
final class Names {

    private static final int MOST_NAMED = 5;

    private Names() {}

    /** A clause that follows what is counted; empty if there are none. */
    static String inBrackets(Collection<String> names) {
        return names.isEmpty() ? "" : " (%s)".formatted(listed(names, ", ", " and %d more"));
    }

    /**
     * @param rest follows where there are more
     */
    static String listed(Collection<String> names, String separator, String rest) {
        String shown = String.join(separator, names.stream().limit(MOST_NAMED).toList());
        int more = names.size() - MOST_NAMED;
        return more > 0 ? shown + rest.formatted(more) : shown;
    }
}
