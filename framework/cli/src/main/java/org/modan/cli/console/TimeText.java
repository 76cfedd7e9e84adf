/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.console;

import java.time.Duration;
import java.util.Locale;

/** Durations as people say them. */
public final class TimeText {

    private TimeText() {}

    /** {@code 3.2 s}, {@code 42 s}, {@code 3 min 20 s}, {@code 2 h 05 min}, {@code 3 d 4 h}. */
    public static String of(Duration duration) {
        if (duration.toMillis() < 9_950) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
        }
        long seconds = Math.round(duration.toMillis() / 1000.0);
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return "%d min %02d s".formatted(seconds / 60, seconds % 60);
        }
        long minutes = Math.round(seconds / 60.0);
        if (minutes < 24 * 60) {
            return "%d h %02d min".formatted(minutes / 60, minutes % 60);
        }
        long hours = Math.round(minutes / 60.0);
        return "%d d %d h".formatted(hours / 24, hours % 24);
    }

    /** The same for what is only estimated: no more digits than the estimate is good for. */
    public static String estimate(Duration duration) {
        long seconds = Math.max(1, Math.round(duration.toMillis() / 1000.0));
        if (seconds < 60) {
            return "about %d s".formatted(seconds < 10 ? seconds : (seconds + 2) / 5 * 5);
        }
        long minutes = Math.round(seconds / 60.0);
        if (minutes < 60) {
            return "about %d min".formatted(minutes);
        }
        return "about " + of(Duration.ofMinutes(minutes));
    }
}
