/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.progress;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import org.modan.cli.console.Console;

/** Shows progress as a bar in the last line of the terminal, below the lines that stay. */
final class BarDisplay implements ProgressDisplay {

    private static final int STEPS = 1000;
    private static final int REDRAW_MILLIS = 200;

    private final Console console;
    private final StatusRenderer renderer;
    private final int columns;
    private Optional<ProgressBar> bar = Optional.empty();

    /**
     * @param columns of the terminal
     */
    BarDisplay(Console console, int columns) {
        this.console = requireNonNull(console, "console is null");
        this.columns = columns;
        this.renderer = new StatusRenderer(console.canShow("█░"));
    }

    @Override
    public void notice(String line) {
        console.tell(line);
    }

    @Override
    public void detail(String line) {
        // The bar says it.
    }

    @Override
    public void status(Status status) {
        renderer.show(status);
        if (bar.isEmpty()) {
            bar = Optional.of(open());
        }
        bar.get().stepTo(Math.round(status.fraction() * STEPS));
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
        console.status("");
    }

    private ProgressBar open() {
        // With a consumer of ours the library leaves the terminal, and so Ctrl-C, alone.
        return ProgressBar.builder()
                .setInitialMax(STEPS)
                .setUpdateIntervalMillis(REDRAW_MILLIS)
                .continuousUpdate()
                .setRenderer(renderer)
                .setConsumer(new StatusLine(console, columns))
                .build();
    }
}
