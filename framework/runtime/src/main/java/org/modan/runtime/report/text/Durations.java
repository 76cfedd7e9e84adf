/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.text;

import java.time.Duration;
import java.util.Locale;

/** Times as people say them. */
public final class Durations {

    /** Before a time that is only a part of the whole. */
    public static final String AT_LEAST = "at least";

    private Durations() {}

    /** {@code 3.2 s}, {@code 3 min 20 s}, {@code 2 h 05 min}. */
    public static String of(Duration duration) {
        double seconds = duration.toMillis() / 1000.0;
        if (seconds < 59.95) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        if (whole < 3600) {
            return "%d min %02d s".formatted(whole / 60, whole % 60);
        }
        long minutes = Math.round(seconds / 60);
        return "%d h %02d min".formatted(minutes / 60, minutes % 60);
    }
}
