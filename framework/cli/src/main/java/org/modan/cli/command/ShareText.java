/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import java.util.Locale;

/** Shares of a whole as people read them. */
final class ShareText {

    private ShareText() {}

    /** {@code 12.5%}; never 0.0% for something or 100.0% for not all. */
    static String of(long part, long whole) {
        double percent = whole == 0 ? 0 : 100.0 * part / whole;
        if (part > 0 && percent < 0.1) {
            return "<0.1%";
        }
        if (part < whole && percent > 99.9) {
            return ">99.9%";
        }
        return String.format(Locale.ROOT, "%.1f%%", percent);
    }
}
