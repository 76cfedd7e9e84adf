/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreSummaryTest {

    @Test
    void averagesFoldsWithinARepeatFirst() {
        ScoreSummary summary =
                ScoreSummary.of(List.of(new double[] {0.5, 0.7}, new double[] {0.9}));

        assertThat(summary.mean().orElseThrow()).isEqualTo(0.75, within(1e-12));
        assertThat(summary.spread().orElseThrow())
                .as("of 0.6 and 0.9")
                .isEqualTo(Math.sqrt(0.045), within(1e-12));
        assertThat(summary.isOverRepeats()).isTrue();
        assertThat(summary.repeats()).isEqualTo(2);
        assertThat(summary.folds()).isEqualTo(3);
    }

    @Test
    void aSingleRepeatSpreadsOverItsFolds() {
        ScoreSummary summary = ScoreSummary.of(List.of(new double[] {0.5, 0.7}));

        assertThat(summary.mean().orElseThrow()).isEqualTo(0.6, within(1e-12));
        assertThat(summary.spread().orElseThrow()).isEqualTo(Math.sqrt(0.02), within(1e-12));
        assertThat(summary.isOverRepeats()).isFalse();
    }

    @Test
    void oneScoreHasNoSpreadAndNoneHasNoMean() {
        assertThat(ScoreSummary.of(List.of(new double[] {0.5})).spread()).isEmpty();
        assertThat(ScoreSummary.none().mean()).isEmpty();
        assertThat(ScoreSummary.none().spread()).isEmpty();
    }
}
