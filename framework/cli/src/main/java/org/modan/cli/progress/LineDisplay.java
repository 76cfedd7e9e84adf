/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.progress;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.modan.cli.console.Console;

/** Shows progress as lines that may be kept: few enough to be read, never silent for long. */
final class LineDisplay implements ProgressDisplay {

    private static final Duration BETWEEN_MILESTONES = Duration.ofSeconds(10);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private final Console console;
    private final LongSupplier nanoTime;
    private long lastLine;

    /**
     * @param nanoTime a clock that is never set
     */
    LineDisplay(Console console, LongSupplier nanoTime) {
        this.console = requireNonNull(console, "console is null");
        this.nanoTime = requireNonNull(nanoTime, "nanoTime is null");
        this.lastLine = nanoTime.getAsLong();
    }

    @Override
    public void notice(String line) {
        console.tell(line);
        lastLine = nanoTime.getAsLong();
    }

    @Override
    public void detail(String line) {
        notice(line);
    }

    @Override
    public void status(Status status) {
        Duration silence = Duration.ofNanos(nanoTime.getAsLong() - lastLine);
        Duration due = status.milestone() ? BETWEEN_MILESTONES : LONGEST_SILENCE;
        if (silence.compareTo(due) >= 0) {
            notice("%s   %s".formatted(status.label(), status.text()));
        }
    }

    @Override
    public void close() {
        // Every line is out already.
    }
}
