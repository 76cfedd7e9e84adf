/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.modan.cli.console.TextTable.Side;

class LayoutTest {

    @Test
    void breaksTextAtSpacesOnly() {
        assertThat(Layout.wrap("one two three four five six", 22, "  "))
                .containsExactly("  one two three four", "  five six");
        assertThat(Layout.wrap("see /a/very/long/path/that/fits/nowhere now", 24, ""))
                .containsExactly("see", "/a/very/long/path/that/fits/nowhere", "now");
    }

    @Test
    void keepsTheLinesOfATextApart() {
        assertThat(Layout.wrap("first\nsecond", 40, "")).containsExactly("first", "second");
    }

    @Test
    void meaningsStandInAColumnOfTheirOwn() {
        List<String> lines =
                Layout.definitions(
                        List.of(
                                Map.entry("run", "runs an experiment from a file"),
                                Map.entry("describe", "tells")),
                        35,
                        "  ");

        assertThat(lines)
                .containsExactly(
                        "  run       runs an experiment from",
                        "            a file",
                        "  describe  tells");
    }

    @Test
    void aLongTermStandsAboveItsMeaning() {
        assertThat(
                        Layout.definitions(
                                List.of(
                                        Map.entry("a", "short"),
                                        Map.entry("a-name-of-twenty-six-letters", "long")),
                                60,
                                ""))
                .containsExactly("a  short", "a-name-of-twenty-six-letters", "   long");
    }

    @Test
    void numbersAreAlignedAtTheRight() {
        TextTable table =
                new TextTable(Side.LEFT, Side.RIGHT)
                        .row("arm", "±")
                        .row("mulsupcon", "0.5")
                        .row("x", "-");

        assertThat(table.lines())
                .containsExactly("arm          ±", "mulsupcon  0.5", "x            -");
    }

    @Test
    void aRowMustFillItsTable() {
        TextTable table = new TextTable(Side.LEFT, Side.RIGHT);

        assertThatThrownBy(() -> table.row("alone")).hasMessage("1 cells in a table of 2 columns");
    }

    @Test
    void durationsReadAsPeopleSayThem() {
        assertThat(TimeText.of(Duration.ofMillis(3_240))).isEqualTo("3.2 s");
        assertThat(TimeText.of(Duration.ofMillis(9_960))).isEqualTo("10 s");
        assertThat(TimeText.of(Duration.ofSeconds(200))).isEqualTo("3 min 20 s");
        assertThat(TimeText.of(Duration.ofMinutes(125))).isEqualTo("2 h 05 min");
        assertThat(TimeText.of(Duration.ofHours(76))).isEqualTo("3 d 4 h");
    }

    @Test
    void estimatesClaimNoMoreThanTheyKnow() {
        assertThat(TimeText.estimate(Duration.ofMillis(100))).isEqualTo("about 1 s");
        assertThat(TimeText.estimate(Duration.ofSeconds(43))).isEqualTo("about 45 s");
        assertThat(TimeText.estimate(Duration.ofSeconds(61))).isEqualTo("about 1 min");
        assertThat(TimeText.estimate(Duration.ofMinutes(90))).isEqualTo("about 1 h 30 min");
    }
}
