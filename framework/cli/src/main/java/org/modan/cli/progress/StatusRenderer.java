/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.progress;

import java.util.Optional;
import me.tongfei.progressbar.ProgressBarRenderer;
import me.tongfei.progressbar.ProgressState;

/** Makes one line of a status: {@code [6/12] pretrain simclr 43% [####----] epoch 3 of 5, ...}. */
final class StatusRenderer implements ProgressBarRenderer {

    private static final int BAR = 20;
    private static final int NARROW_BAR = 8;
    private static final int ROOM_FOR_TEXT = 70;

    private final String full;
    private final String empty;
    private volatile Optional<Status> status = Optional.empty();

    /**
     * @param blocks whether the terminal can show them
     */
    StatusRenderer(boolean blocks) {
        this.full = blocks ? "█" : "#";
        this.empty = blocks ? "░" : "-";
    }

    void show(Status now) {
        status = Optional.of(now);
    }

    /** Called by the bar's own thread. */
    @Override
    public String render(ProgressState progress, int columns) {
        return status.map(now -> line(now, columns)).orElse("");
    }

    private String line(Status now, int columns) {
        int bar = columns >= BAR + ROOM_FOR_TEXT ? BAR : NARROW_BAR;
        int done = (int) Math.floor(now.fraction() * bar);
        String line =
                "%s %s %3d%% [%s%s] %s"
                        .formatted(
                                now.label(),
                                now.title(),
                                (int) Math.floor(now.fraction() * 100),
                                full.repeat(done),
                                empty.repeat(bar - done),
                                now.text());
        return line.length() <= columns ? line : line.substring(0, columns - 2) + "..";
    }
}
