/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.pretrain;

import java.util.List;
import org.modan.spi.EpochReport;
import org.modan.spi.TrainingListener;

/**
 * Several that listen to one training, told in order.
 *
 * @param listeners the first is told first
 */
record TrainingListeners(List<TrainingListener> listeners) implements TrainingListener {

    TrainingListeners {
        listeners = List.copyOf(listeners);
    }

    @Override
    public void step(int epoch, int step, int steps, double loss, int images) {
        listeners.forEach(listener -> listener.step(epoch, step, steps, loss, images));
    }

    @Override
    public void epoch(EpochReport report) {
        listeners.forEach(listener -> listener.epoch(report));
    }
}
