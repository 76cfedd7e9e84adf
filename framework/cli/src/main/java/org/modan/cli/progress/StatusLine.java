/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.progress;

import static java.util.Objects.requireNonNull;

import me.tongfei.progressbar.ProgressBarConsumer;
import org.modan.cli.console.Console;

/** Draws what the bar renders into the console's status line. */
final class StatusLine implements ProgressBarConsumer {

    private final Console console;
    private final int columns;

    StatusLine(Console console, int columns) {
        this.console = requireNonNull(console, "console is null");
        this.columns = columns;
    }

    /** A text in the last column would make some terminals begin a new line. */
    @Override
    public int getMaxRenderedLength() {
        return columns - 1;
    }

    @Override
    public void accept(String text) {
        console.status(text);
    }

    @Override
    public void close() {
        console.status("");
    }
}
