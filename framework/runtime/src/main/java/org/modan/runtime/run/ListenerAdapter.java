/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run;

import static java.util.Objects.requireNonNull;

import org.modan.spi.EpochReport;
import org.modan.spi.TrainingListener;

/** Lets whoever listens to a run hear the training inside a cell. */
record ListenerAdapter(RunListener listener) implements TrainingListener {

    ListenerAdapter {
        requireNonNull(listener, "listener is null");
    }

    @Override
    public void step(int epoch, int step, int steps, double loss, int images) {
        listener.step(epoch, step, steps, loss, images);
    }

    @Override
    public void epoch(EpochReport report) {
        listener.epoch(report);
    }
}
