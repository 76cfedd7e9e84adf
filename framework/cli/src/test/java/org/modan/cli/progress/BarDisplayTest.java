/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.modan.cli.console.Printed;

class BarDisplayTest {

    private static final Status STATUS =
            new Status(
                    "[3/12]",
                    "fine-tune mulsupcon on busi, repeat 0",
                    0.5,
                    "fold 2/5, epoch 3/10, loss 0.412, 160 images/s",
                    false,
                    Optional.of(Duration.ofMinutes(3)),
                    Optional.of(Duration.ofMinutes(11)));

    @Test
    void showsEverythingWhereThereIsRoom() {
        assertThat(render(200))
                .isEqualTo(
                        "[3/12] fine-tune mulsupcon on busi, repeat 0  50% [##########----------]"
                                + " about 3 min left, all cells about 11 min, fold 2/5, epoch 3/10,"
                                + " loss 0.412, 160 images/s");
    }

    @Test
    void aNarrowTerminalShowsFirstWhatMatters() {
        assertThat(render(79))
                .hasSize(79)
                .startsWith(
                        "[3/12]  50% [####----] about 3 min left, all cells about 11 min, fold 2/5");
    }

    @Test
    void theTitleGivesWay() {
        assertThat(render(125))
                .hasSizeLessThanOrEqualTo(125)
                .startsWith("[3/12] fine-")
                .endsWith("160 images/s");
    }

    @Test
    void leavesNothingButTheLinesThatStay() {
        Printed printed = new Printed(StandardCharsets.US_ASCII);
        BarDisplay display = new BarDisplay(printed.console(), 100);

        display.status(STATUS);
        display.notice("[3/12] done");
        display.detail("not worth a line beside a bar");
        display.close();
        display.close();

        assertThat(printed.told()).contains("[3/12] done\n").doesNotContain("not worth");
        assertThat(afterLastReturn(printed.told())).isEmpty();
    }

    private static String render(int columns) {
        StatusRenderer renderer = new StatusRenderer(false);
        renderer.show(STATUS);
        return renderer.render(null, columns);
    }

    private static String afterLastReturn(String text) {
        return text.substring(text.lastIndexOf('\r') + 1);
    }
}
