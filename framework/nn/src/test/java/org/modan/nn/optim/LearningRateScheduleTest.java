/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.modan.spi.ScheduleSpec;

class LearningRateScheduleTest {

    @Test
    void constantStays() {
        assertThat(rates(ScheduleSpec.constant(), 3)).containsExactly(0.4, 0.4, 0.4);
    }

    @Test
    void stepFallsAfterEveryFewEpochs() {
        assertThat(rates(ScheduleSpec.step(2, 0.5), 5)).containsExactly(0.4, 0.4, 0.2, 0.2, 0.1);
    }

    @Test
    void cosineStartsFullAndNearsZero() {
        assertThat(rates(ScheduleSpec.cosine(), 4))
                .containsExactly(
                        new double[] {
                            0.4, 0.2 * (1 + Math.sqrt(0.5)), 0.2, 0.2 * (1 - Math.sqrt(0.5))
                        },
                        within(1e-15));
    }

    @Test
    void warmupRisesLinearlyAndThenTheScheduleStarts() {
        assertThat(rates(ScheduleSpec.step(1, 0.5).withWarmup(2), 4))
                .containsExactly(0.2, 0.4, 0.4, 0.2);
        assertThat(rates(ScheduleSpec.cosine().withWarmup(2), 4))
                .containsExactly(new double[] {0.2, 0.4, 0.4, 0.2}, within(1e-15));
    }

    @Test
    void trainingMayEndWithinTheWarmup() {
        assertThat(rates(ScheduleSpec.cosine().withWarmup(4), 2)).containsExactly(0.1, 0.2);
    }

    private static double[] rates(ScheduleSpec spec, int epochs) {
        LearningRateSchedule schedule = LearningRateSchedule.of(spec, 0.4, epochs);
        return IntStream.range(0, epochs).mapToDouble(schedule::rate).toArray();
    }
}
