/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.progress;

import java.time.Duration;
import java.util.Optional;

/** Estimates from what was done in which time when the rest will be. */
final class Estimate {

    private static final Duration SHORTEST_LOOK = Duration.ofSeconds(3);
    private static final double SMALLEST_PART = 0.02;

    private final long since;
    private final double from;

    /**
     * @param since nanoseconds on the clock when work at full speed began
     * @param from how much was done then, 0 to 1
     */
    Estimate(long since, double from) {
        this.since = since;
        this.from = from;
    }

    /** Empty while too little was seen to say anything. */
    Optional<Duration> left(long now, double fraction) {
        Duration looked = Duration.ofNanos(now - since);
        double done = fraction - from;
        if (looked.compareTo(SHORTEST_LOOK) < 0 || done < SMALLEST_PART) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofNanos((long) ((now - since) * (1 - fraction) / done)));
    }
}
