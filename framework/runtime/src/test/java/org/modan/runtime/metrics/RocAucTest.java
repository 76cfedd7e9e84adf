/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.modan.spi.Seed;

class RocAucTest {

    @Test
    void aPerfectRankingIsOneAndItsReverseZero() {
        assertThat(RocAuc.of(new int[] {0, 0, 1, 1}, new double[] {1, 2, 3, 4})).isEqualTo(1);
        assertThat(RocAuc.of(new int[] {0, 0, 1, 1}, new double[] {4, 3, 2, 1})).isZero();
    }

    @Test
    void allTiedIsChance() {
        assertThat(RocAuc.of(new int[] {0, 1, 1}, new double[] {5, 5, 5})).isEqualTo(0.5);
    }

    @Test
    void isTheShareOfRightlyRankedPairsWithTiesCountingHalf() {
        RandomGenerator random = new Seed(3).random();
        int n = 60;
        int[] labels = new int[n];
        double[] scores = new double[n];
        for (int i = 0; i < n; i++) {
            labels[i] = i % 3 == 0 ? 1 : 0;
            scores[i] = random.nextInt(12); // many ties
        }
        double right = 0;
        int pairs = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (labels[i] == 1 && labels[j] == 0) {
                    pairs++;
                    right += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                }
            }
        }

        assertThat(RocAuc.of(labels, scores)).isCloseTo(right / pairs, within(1e-15));
    }

    @Test
    @Tag("golden")
    void agreesWithScikitLearn() throws IOException {
        assertThat(ScoredCase.golden())
                .isNotEmpty()
                .allSatisfy(
                        one ->
                                assertThat(RocAuc.of(one.labels(), one.scores()))
                                        .isCloseTo(one.auc(), within(1e-12)));
    }

    @Test
    void refusesOneClass() {
        assertThatThrownBy(() -> RocAuc.of(new int[] {1, 1}, new double[] {1, 2}))
                .hasMessage("AUC needs both classes, not 2 positives and 0 negatives");
    }

    @Test
    void refusesAScoreThatIsNoNumber() {
        assertThatThrownBy(() -> RocAuc.of(new int[] {0, 1}, new double[] {1, Double.NaN}))
                .hasMessage("a score is NaN");
    }
}
