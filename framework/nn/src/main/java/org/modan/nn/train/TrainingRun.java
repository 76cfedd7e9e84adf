/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import java.util.concurrent.CancellationException;
import org.modan.nn.layer.Parameters;
import org.modan.nn.optim.LearningRateSchedule;
import org.modan.nn.optim.Optimizer;
import org.modan.spi.EpochReport;
import org.modan.spi.TrainingListener;

/**
 * A training under way: goes through epochs and steps and tells of them.
 *
 * @param loader of the task's batches
 */
record TrainingRun(
        TrainingTask task,
        TrainingStep step,
        LearningRateSchedule schedule,
        Optimizer optimizer,
        BatchLoader loader,
        TrainingListener listener,
        StepEnd stepEnd) {

    /** Runs all that is left. */
    void from(TrainingPosition start) {
        int epochs = task.recipe().epochs();
        TrainingPosition position = start;
        while (position.epochsDone() < epochs) {
            int epoch = position.epochsDone();
            double rate = schedule.rate(epoch);
            EpochProgress whole = epoch(position, rate);
            EpochReport report = whole.report(epoch + 1, epochs, rate);
            Divergence.requireFinite(Parameters.trainable(task.network()), report);
            listener.epoch(report);
            position = new TrainingPosition(epoch + 1, EpochProgress.NONE);
            stepEnd.stepEnded(moment(position, rate));
        }
    }

    private TrainingMoment moment(TrainingPosition position, double rate) {
        return new TrainingMoment(position, task.network(), optimizer, rate);
    }

    /** The rest of an epoch. */
    private EpochProgress epoch(TrainingPosition start, double rate) {
        int epoch = start.epochsDone();
        EpochProgress progress = start.current();
        try (BatchStream batches = loader.epoch(epoch, progress.steps())) {
            while (batches.hasNext()) {
                progress = step(batches, epoch, progress, rate);
                if (batches.hasNext()) {
                    stepEnd.stepEnded(moment(new TrainingPosition(epoch, progress), rate));
                }
            }
        }
        return progress;
    }

    private EpochProgress step(BatchStream batches, int epoch, EpochProgress before, double rate) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted between two steps");
        }
        long start = System.nanoTime();
        int number = before.steps() + 1;
        try (Batch batch = batches.next()) {
            StepResult result = step.run(batch, rate);
            Divergence.requireFinite(result, epoch + 1, number, rate);
            EpochProgress progress =
                    before.plus(
                            batch.images(),
                            result,
                            task.loss().positivesPerAnchor(batch.indices()),
                            (System.nanoTime() - start) / 1e9);
            listener.step(epoch + 1, number, loader.steps(), result.loss(), batch.images());
            return progress;
        }
    }
}
