/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.modan.spi.Seed;

class YoudenThresholdTest {

    @Test
    void classesThatAreApartAreDividedHalfWay() {
        assertThat(choose(new int[] {0, 0, 1, 1}, 0.1, 0.2, 0.6, 0.9)).isEqualTo(0.4);
    }

    @Test
    void ofEqualChoicesTheMoreSensitiveIsTaken() {
        // From 1.5 on, one negative of two is wrong; from 3.5 on, one positive of two.
        assertThat(choose(new int[] {0, 1, 0, 1}, 1, 2, 3, 4)).isEqualTo(1.5);
    }

    @Test
    void aRankingThatIsUpsideDownCallsAllPositive() {
        assertThat(choose(new int[] {1, 1, 0, 0}, 1, 2, 3, 4)).isEqualTo(1);
    }

    @Test
    void scoresThatAreAllAlikeAreAllPositive() {
        double threshold = choose(new int[] {0, 1, 0}, 5, 5, 5);

        assertThat(threshold).isEqualTo(5);
        assertThat(Confusion.of(new int[] {0, 1, 0}, new double[] {5, 5, 5}, threshold))
                .isEqualTo(new Confusion(1, 0, 0, 2));
    }

    @Test
    void neighboursWithNothingBetweenAreStillDivided() {
        double lower = 0.5;
        double upper = Math.nextUp(lower);

        assertThat(choose(new int[] {0, 1}, lower, upper)).isEqualTo(upper);
    }

    @Test
    void noThresholdDoesBetter() {
        RandomGenerator random = new Seed(11).random();
        int[] labels = new int[80];
        double[] scores = new double[80];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i % 3 == 0 ? 1 : 0;
            scores[i] = random.nextInt(20) + 4 * labels[i];
        }

        double chosen = youden(labels, scores, choose(labels, scores));

        for (double threshold = -0.5; threshold < 25; threshold += 0.5) {
            assertThat(youden(labels, scores, threshold)).isLessThanOrEqualTo(chosen);
        }
    }

    @Test
    void oneClassHasNone() {
        assertThat(YoudenThreshold.choose(new int[] {1, 1}, new double[] {1, 2})).isEmpty();
    }

    private static double choose(int[] labels, double... scores) {
        return YoudenThreshold.choose(labels, scores).orElseThrow();
    }

    private static double youden(int[] labels, double[] scores, double threshold) {
        Confusion confusion = Confusion.of(labels, scores, threshold);
        return confusion.sensitivity().orElseThrow() + confusion.specificity().orElseThrow() - 1;
    }
}
