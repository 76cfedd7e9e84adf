/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.progress;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Images a second, over the last few seconds. */
final class Throughput {

    private static final double WINDOW_SECONDS = 2;
    private static final double NANOS = 1e9;

    private long since;
    private long images;
    private OptionalDouble rate = OptionalDouble.empty();

    Throughput(long now) {
        this.since = now;
    }

    void add(long now, int count) {
        images += count;
        double seconds = (now - since) / NANOS;
        if (seconds >= WINDOW_SECONDS) {
            rate = OptionalDouble.of(images / seconds);
            since = now;
            images = 0;
        }
    }

    /** What somebody measured who knows better. */
    void set(long now, double imagesPerSecond) {
        rate = OptionalDouble.of(imagesPerSecond);
        since = now;
        images = 0;
    }

    /** {@code 160 images/s}; empty while it is not known. */
    Optional<String> text() {
        if (rate.isEmpty()) {
            return Optional.empty();
        }
        String digits = rate.getAsDouble() < 10 ? "%.1f" : "%.0f";
        return Optional.of(String.format(Locale.ROOT, digits + " images/s", rate.getAsDouble()));
    }
}
