/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShareTextTest {

    @Test
    void isAPercentageThatNeverRoundsSomethingToNothingOrAlmostAllToAll() {
        assertThat(ShareText.of(1, 8)).isEqualTo("12.5%");
        assertThat(ShareText.of(0, 8)).isEqualTo("0.0%");
        assertThat(ShareText.of(8, 8)).isEqualTo("100.0%");
        assertThat(ShareText.of(1, 100_000)).isEqualTo("<0.1%");
        assertThat(ShareText.of(99_999, 100_000)).isEqualTo(">99.9%");
        assertThat(ShareText.of(0, 0)).as("of nothing").isEqualTo("0.0%");
    }
}
