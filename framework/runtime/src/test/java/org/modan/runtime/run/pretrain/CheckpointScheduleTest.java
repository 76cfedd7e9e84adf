/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.pretrain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.modan.nn.train.EpochProgress;
import org.modan.nn.train.TrainingPosition;
import org.modan.runtime.experiment.CheckpointConfig;

class CheckpointScheduleTest {

    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong clock = new AtomicLong(77);

    @Test
    void savesAfterEveryNthEpochOnly() {
        CheckpointSchedule schedule = schedule(new CheckpointConfig(Optional.of(3), none()));
        clock.addAndGet(1_000_000 * SECOND);

        assertThat(schedule.isDue(after(3, 0))).isTrue();
        assertThat(schedule.isDue(after(6, 0))).isTrue();
        assertThat(schedule.isDue(after(4, 0))).isFalse();
        assertThat(schedule.isDue(after(3, 1))).as("within an epoch").isFalse();
    }

    @Test
    void minutesCountWithinEpochsFromTheLastTime() {
        CheckpointSchedule schedule =
                schedule(new CheckpointConfig(Optional.empty(), Optional.of(0.5)));
        clock.addAndGet(30 * SECOND - 1);
        assertThat(schedule.isDue(after(0, 5))).isFalse();
        assertThat(schedule.isDue(after(1, 0))).isFalse();

        clock.addAndGet(1);
        assertThat(schedule.isDue(after(0, 6))).isTrue();
        assertThat(schedule.isDue(after(1, 0))).isTrue();

        schedule.saved();
        clock.addAndGet(30 * SECOND - 1);
        assertThat(schedule.isDue(after(0, 7))).isFalse();
        clock.addAndGet(1);
        assertThat(schedule.isDue(after(0, 8))).isTrue();
    }

    @Test
    void whicheverComesFirst() {
        CheckpointSchedule schedule = schedule(CheckpointConfig.STANDARD);

        assertThat(schedule.isDue(after(1, 0))).isTrue();
        assertThat(schedule.isDue(after(1, 1))).isFalse();
        clock.addAndGet(600 * SECOND);
        assertThat(schedule.isDue(after(1, 1))).isTrue();
    }

    private CheckpointSchedule schedule(CheckpointConfig config) {
        return new CheckpointSchedule(config, clock::get);
    }

    private static Optional<Double> none() {
        return Optional.empty();
    }

    private static TrainingPosition after(int epochs, int steps) {
        return new TrainingPosition(
                epochs, new EpochProgress(steps, steps, 0, 0, OptionalDouble.empty(), 0));
    }
}
