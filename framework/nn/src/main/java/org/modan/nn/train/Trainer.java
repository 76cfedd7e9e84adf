/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.modan.nn.layer.Parameters;
import org.modan.nn.optim.LearningRateSchedule;
import org.modan.nn.optim.Optimizer;
import org.modan.nn.optim.Optimizers;
import org.modan.spi.EpochReport;
import org.modan.spi.ModanException;
import org.modan.spi.Parameter;
import org.modan.spi.TrainingListener;
import org.modan.spi.TrainingRecipe;

/**
 * The optimisation loop, for pretraining and fine-tuning alike.
 *
 * <p>With the same task, engine, device and number of engine threads two runs end with the same
 * bits, whatever the number of loader threads and also if one of them was stopped after an epoch
 * and {@link #resume resumed}. One training runs at a time in a process: the engine records for one
 * gradient collector only.
 */
public final class Trainer {

    private final NDManager manager;
    private final Prefetch prefetch;
    private final TrainingListener listener;
    private final EpochEnd epochEnd;

    /**
     * @param manager on the device of the network; what is made is closed before training returns
     * @param prefetch how batches are assembled ahead
     * @param listener hears of steps and epochs
     * @param epochEnd where checkpoints are written; called after the listener heard of the epoch
     */
    public Trainer(
            NDManager manager, Prefetch prefetch, TrainingListener listener, EpochEnd epochEnd) {
        this.manager = requireNonNull(manager, "manager is null");
        this.prefetch = requireNonNull(prefetch, "prefetch is null");
        this.listener = requireNonNull(listener, "listener is null");
        this.epochEnd = requireNonNull(epochEnd, "epochEnd is null");
    }

    /**
     * Trains all epochs of the recipe.
     *
     * @throws ModanException with {@code TRAINING} if the loss or a weight is no longer finite,
     *     with {@code CONFIGURATION} or {@code DATASET} if there is no batch to train on
     * @throws CancellationException if the thread is interrupted; it stays so
     */
    public void train(TrainingTask task) {
        run(task, 0, Map.of());
    }

    /**
     * Trains the epochs that are left; the network holds the weights and buffers of that moment.
     *
     * @param epochsDone as {@link EpochEnd} was told
     * @param optimizerState a copy of {@link Optimizer#state} at that moment
     */
    public void resume(TrainingTask task, int epochsDone, Map<String, NDArray> optimizerState) {
        if (epochsDone < 0 || epochsDone > task.recipe().epochs()) {
            throw new IllegalArgumentException(
                    "%d of %d epochs done".formatted(epochsDone, task.recipe().epochs()));
        }
        run(task, epochsDone, optimizerState);
    }

    private void run(TrainingTask task, int epochsDone, Map<String, NDArray> optimizerState) {
        TrainingRecipe recipe = task.recipe();
        LearningRateSchedule schedule =
                LearningRateSchedule.of(
                        recipe.schedule(), recipe.optimizer().learningRate(), recipe.epochs());
        Map<String, Parameter> trainable = Parameters.trainable(task.network());
        try (NDManager own = manager.newSubManager();
                BatchLoader loader = task.loader(prefetch)) {
            Optimizer optimizer = Optimizers.create(recipe.optimizer(), trainable, own);
            if (epochsDone > 0) {
                optimizer.restore(optimizerState);
            }
            TrainingStep step = new TrainingStep(task.network(), task.loss(), optimizer, own);
            for (int epoch = epochsDone; epoch < recipe.epochs(); epoch++) {
                EpochReport report =
                        epoch(step, loader, epoch, recipe.epochs(), schedule.rate(epoch));
                Divergence.requireFinite(trainable, report);
                listener.epoch(report);
                epochEnd.epochEnded(report.epoch(), optimizer);
            }
        }
    }

    private EpochReport epoch(
            TrainingStep step, BatchLoader loader, int epoch, int epochs, double rate) {
        long start = System.nanoTime();
        double sum = 0;
        long images = 0;
        try (BatchStream batches = loader.epoch(epoch)) {
            for (int number = 1; batches.hasNext(); number++) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException("interrupted between two steps");
                }
                try (Batch batch = batches.next()) {
                    double loss = step.run(batch, rate);
                    Divergence.requireFinite(loss, epoch + 1, number, rate);
                    sum += loss * batch.images();
                    images += batch.images();
                    listener.step(epoch + 1, number, loader.steps(), loss, batch.images());
                }
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return EpochReport.of(epoch + 1, epochs, sum / images, rate, images / seconds);
    }
}
