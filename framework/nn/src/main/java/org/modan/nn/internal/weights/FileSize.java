/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import java.util.Locale;

/** Room on disks, as they are sold: with decimal prefixes. */
public final class FileSize {

    private static final int KILO = 1000;
    private static final String UNITS = "kMGTPE";

    private FileSize() {}

    /** {@code 134 MB}, {@code 2.5 GB}. */
    public static String text(long bytes) {
        if (bytes < KILO) {
            return bytes + " bytes";
        }
        double scaled = bytes;
        int unit = -1;
        while (scaled >= KILO) {
            scaled /= KILO;
            unit++;
        }
        String digits = scaled < 10 ? "%.1f %cB" : "%.0f %cB";
        return String.format(Locale.ROOT, digits, scaled, UNITS.charAt(unit));
    }
}
