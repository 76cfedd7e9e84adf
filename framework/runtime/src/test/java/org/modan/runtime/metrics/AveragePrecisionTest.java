/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AveragePrecisionTest {

    @Test
    void isTheExampleOfScikitLearnsDocumentation() {
        assertThat(AveragePrecision.of(new int[] {0, 0, 1, 1}, new double[] {0.1, 0.4, 0.35, 0.8}))
                .isCloseTo(0.8333333333333333, within(1e-15));
    }

    @Test
    void aPerfectRankingIsOne() {
        assertThat(AveragePrecision.of(new int[] {0, 1, 1}, new double[] {1, 2, 3})).isEqualTo(1);
    }

    @Test
    void allTiedIsTheShareOfPositives() {
        assertThat(AveragePrecision.of(new int[] {0, 1, 0, 0}, new double[] {5, 5, 5, 5}))
                .isEqualTo(0.25);
    }

    @Test
    void tiesCountAsOneStepInWhateverOrderTheyCome() {
        double[] scores = {0.9, 0.5, 0.5, 0.5, 0.1};

        // Recall 1/2 at precision 1, then 1 at precision 2/4.
        assertThat(AveragePrecision.of(new int[] {1, 1, 0, 0, 0}, scores)).isEqualTo(0.75);
        assertThat(AveragePrecision.of(new int[] {1, 0, 0, 1, 0}, scores)).isEqualTo(0.75);
    }

    @Test
    @Tag("golden")
    void agreesWithScikitLearn() throws IOException {
        assertThat(ScoredCase.golden())
                .isNotEmpty()
                .allSatisfy(
                        one ->
                                assertThat(AveragePrecision.of(one.labels(), one.scores()))
                                        .isCloseTo(one.averagePrecision(), within(1e-12)));
    }

    @Test
    void refusesOneClass() {
        assertThatThrownBy(() -> AveragePrecision.of(new int[] {0, 0}, new double[] {1, 2}))
                .hasMessage(
                        "average precision needs both classes, not 0 positives and 2 negatives");
    }
}
