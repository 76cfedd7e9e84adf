/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.pretrain;

import static java.util.Objects.requireNonNull;

import java.util.function.LongSupplier;
import org.modan.nn.train.TrainingPosition;
import org.modan.runtime.experiment.CheckpointConfig;

/** Says after which steps a training is saved. */
final class CheckpointSchedule {

    private static final double NANOS_A_MINUTE = 60e9;

    private final CheckpointConfig config;
    private final LongSupplier nanoTime;
    private long last;

    /**
     * @param nanoTime a clock, which starts now
     */
    CheckpointSchedule(CheckpointConfig config, LongSupplier nanoTime) {
        this.config = requireNonNull(config, "config is null");
        this.nanoTime = requireNonNull(nanoTime, "nanoTime is null");
        this.last = nanoTime.getAsLong();
    }

    /**
     * Whether to save now, between two steps; minutes count within epochs, which may take hours.
     */
    boolean isDue(TrainingPosition position) {
        boolean byEpochs =
                position.stepsDone() == 0
                        && config.everyEpochs()
                                .filter(epochs -> position.epochsDone() % epochs == 0)
                                .isPresent();
        return byEpochs
                || config.everyMinutes()
                        .filter(minutes -> nanoTime.getAsLong() - last >= minutes * NANOS_A_MINUTE)
                        .isPresent();
    }

    /** Minutes count from here. */
    void saved() {
        last = nanoTime.getAsLong();
    }
}
