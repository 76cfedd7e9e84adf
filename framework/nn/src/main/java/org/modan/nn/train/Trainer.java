/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDManager;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.modan.nn.internal.weights.Weights;
import org.modan.nn.layer.Parameters;
import org.modan.nn.optim.LearningRateSchedule;
import org.modan.nn.optim.Optimizer;
import org.modan.nn.optim.Optimizers;
import org.modan.spi.ModanException;
import org.modan.spi.Parameter;
import org.modan.spi.TrainingListener;
import org.modan.spi.TrainingRecipe;

/**
 * The optimisation loop, for pretraining and fine-tuning alike.
 *
 * <p>With the same task, engine, device and number of engine threads two runs end with the same
 * bits, whatever the number of loader threads and also if one of them was stopped between two steps
 * and {@link #resume resumed}. One training runs at a time in a process: the engine records for one
 * gradient collector only.
 *
 * @since 1.0
 */
public final class Trainer {

    private final NDManager manager;
    private final Prefetch prefetch;
    private final TrainingListener listener;
    private final StepEnd stepEnd;

    /**
     * @param manager on the device of the network; what is made is closed before training returns
     * @param prefetch how batches are assembled ahead
     * @param listener hears of steps and epochs
     * @param stepEnd where checkpoints are written; called after the listener heard of the step
     */
    public Trainer(
            NDManager manager, Prefetch prefetch, TrainingListener listener, StepEnd stepEnd) {
        this.manager = requireNonNull(manager, "manager is null");
        this.prefetch = requireNonNull(prefetch, "prefetch is null");
        this.listener = requireNonNull(listener, "listener is null");
        this.stepEnd = requireNonNull(stepEnd, "stepEnd is null");
    }

    /**
     * Trains all epochs of the recipe.
     *
     * @throws ModanException with {@code TRAINING} if the loss, the gradient or a weight is no
     *     longer finite, with {@code CONFIGURATION} or {@code DATASET} if there is no batch to
     *     train on
     * @throws CancellationException if the thread is interrupted; it stays so
     */
    public void train(TrainingTask task) {
        run(task, TrainingPosition.START, Weights.ofTensors(Map.of()));
    }

    /**
     * Trains the steps that are left; the network holds the weights and buffers of that moment. For
     * the host, which keeps the checkpoints.
     *
     * @param position as {@link StepEnd} was told
     * @param optimizerState {@link TrainingMoment#optimizerState} of then
     */
    public void resume(TrainingTask task, TrainingPosition position, Weights optimizerState) {
        if (position.epochsDone() > task.recipe().epochs()) {
            throw new IllegalArgumentException(
                    "%d of %d epochs done"
                            .formatted(position.epochsDone(), task.recipe().epochs()));
        }
        run(task, position, optimizerState);
    }

    private void run(TrainingTask task, TrainingPosition start, Weights optimizerState) {
        TrainingRecipe recipe = task.recipe();
        LearningRateSchedule schedule =
                LearningRateSchedule.of(
                        recipe.schedule(), recipe.optimizer().learningRate(), recipe.epochs());
        Map<String, Parameter> trainable = Parameters.trainable(task.network());
        try (NDManager own = manager.newSubManager();
                BatchLoader loader = task.loader(prefetch)) {
            Optimizer optimizer = Optimizers.create(recipe.optimizer(), trainable, own);
            if (!start.equals(TrainingPosition.START)) {
                restore(optimizer, optimizerState, own);
            }
            TrainingStep step =
                    new TrainingStep(
                            task.gradient(),
                            new GradientNorm(trainable.values(), recipe.clipNorm()),
                            optimizer,
                            own);
            new TrainingRun(task, step, schedule, optimizer, loader, listener, stepEnd).from(start);
        }
    }

    /** The optimiser copies what it is given. */
    private static void restore(Optimizer optimizer, Weights state, NDManager manager) {
        try (NDManager given = manager.newSubManager()) {
            optimizer.restore(state.toArrays(given));
        }
    }
}
