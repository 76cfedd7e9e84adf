/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.text;

import java.util.List;

/** Puts words together. */
public final class Words {

    private Words() {}

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    public static String list(List<String> items, String conjunction) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        int last = items.size() - 1;
        return String.join(", ", items.subList(0, last))
                + " %s ".formatted(conjunction)
                + items.get(last);
    }

    /** {@code 1 cell}, {@code 2 cells}. */
    public static String count(long number, String one, String many) {
        return number == 1 ? "1 " + one : number + " " + many;
    }
}
