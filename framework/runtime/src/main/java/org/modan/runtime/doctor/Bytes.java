/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.doctor;

import java.util.Locale;

/** Amounts of memory, in the binary units that {@code -Xmx} takes. */
final class Bytes {

    private static final double MEBIBYTE = 1 << 20;
    private static final double GIBIBYTE = 1 << 30;

    private Bytes() {}

    /** {@code 425 MiB}, {@code 23.4 GiB}. */
    static String text(long bytes) {
        if (bytes < 999.5 * MEBIBYTE) {
            return String.format(Locale.ROOT, "%.0f MiB", bytes / MEBIBYTE);
        }
        return String.format(Locale.ROOT, "%.1f GiB", bytes / GIBIBYTE);
    }
}
