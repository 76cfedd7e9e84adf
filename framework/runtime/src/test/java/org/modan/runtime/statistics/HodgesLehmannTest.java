/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HodgesLehmannTest {

    @Test
    void isHollanderAndWolfesExampleWithRsInterval() {
        assertThat(HodgesLehmann.shift(Examples.depression()).result().orElseThrow())
                .isCloseTo(0.46, within(1e-12));

        Interval interval = HodgesLehmann.interval(Examples.depression()).result().orElseThrow();
        assertThat(interval.low()).isCloseTo(0.010, within(1e-12));
        assertThat(interval.high()).isCloseTo(0.786, within(1e-12));
    }

    @Test
    void isDarwinsMaize() {
        assertThat(HodgesLehmann.shift(Examples.maize()).result()).contains(25.0);
        assertThat(HodgesLehmann.interval(Examples.maize()).result())
                .contains(new Interval(4, 41.5));
    }

    @Test
    void theIntervalHoldsTheShiftsThatTheTestDoesNotRefuse() {
        double[] values = {0.9, -0.4, 1.7, 2.6, 0.35, 3.1, -1.2, 0.77};
        Interval interval =
                HodgesLehmann.interval(Examples.differences(values)).result().orElseThrow();

        assertThat(twoSided(values, interval.low() - 1e-6)).isLessThanOrEqualTo(0.05);
        assertThat(twoSided(values, interval.low() + 1e-6)).isGreaterThan(0.05);
        assertThat(twoSided(values, interval.high() - 1e-6)).isGreaterThan(0.05);
        assertThat(twoSided(values, interval.high() + 1e-6)).isLessThanOrEqualTo(0.05);
    }

    @Test
    void fiveRepeatsHaveAShiftButNoInterval() {
        PairedDifferences five = Examples.differences(1, 2, 3, 4, 5);

        assertThat(HodgesLehmann.shift(five).result()).contains(3.0);
        assertThat(HodgesLehmann.interval(five).reason())
                .contains("an exact interval of 95% needs at least 6 differences, not 5");
        assertThat(HodgesLehmann.interval(Examples.differences(1, 2, 3, 4, 5, 6)).result())
                .contains(new Interval(1, 6));
    }

    @Test
    void theEffectIsTheShareOfRanksForLessTheShareAgainst() {
        assertThat(RankBiserial.of(Examples.maize()).result()).contains((96 - 24) / 120.0);
        assertThat(RankBiserial.of(Examples.differences(1, 2, 0)).result()).contains(1.0);
        assertThat(RankBiserial.of(Examples.differences(-1, -2)).result()).contains(-1.0);
        assertThat(RankBiserial.of(Examples.differences(0, 0)).reason())
                .contains("all differences are zero: there is no rank to compare");
    }

    private static double twoSided(double[] values, double shift) {
        double[] shifted = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            shifted[i] = values[i] - shift;
        }
        return WilcoxonSignedRank.test(Examples.differences(shifted), Alternative.TWO_SIDED)
                .result()
                .orElseThrow()
                .p();
    }
}
