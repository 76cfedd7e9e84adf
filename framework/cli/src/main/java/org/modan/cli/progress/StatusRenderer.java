/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.progress;

import java.util.Optional;
import me.tongfei.progressbar.ProgressBarRenderer;
import me.tongfei.progressbar.ProgressState;

/** Makes one line of a status: {@code [6/12] pretrain simclr 43% [####----] epoch 3 of 5, ...}. */
final class StatusRenderer implements ProgressBarRenderer {

    private static final int BAR = 20;
    private static final int NARROW_BAR = 8;
    private static final int WIDE_TERMINAL = 140;
    private static final int SHORTEST_TITLE = 8;
    private static final String CUT = "..";

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

    /**
     * What moves is shown whole, as far as there is room; the title takes the room that is left.
     */
    private String line(Status now, int columns) {
        int bar = columns >= WIDE_TERMINAL ? BAR : NARROW_BAR;
        int done = (int) Math.floor(now.fraction() * bar);
        String moving =
                " %3d%% [%s%s] %s"
                        .formatted(
                                (int) Math.floor(now.fraction() * 100),
                                full.repeat(done),
                                empty.repeat(bar - done),
                                now.text());
        int room = columns - now.label().length() - moving.length() - 1;
        String title = room >= SHORTEST_TITLE ? " " + cut(now.title(), room) : "";
        return cut(now.label() + title + moving, columns);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - CUT.length()) + CUT;
    }
}
