/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import java.util.ArrayList;
import java.util.List;
import org.modan.spi.OptimizerSpec;
import org.modan.spi.ScheduleSpec;
import org.modan.spi.TrainingRecipe;

/**
 * What no training can follow in a recipe. An experiment's own numbers are checked where they are
 * read; those of a strategy are a plugin's, and would fail, or train nonsense, only in the cell.
 */
final class RecipeCheck {

    private static final int FEWEST_IMAGES = 2; // for batch normalisation

    private final List<String> problems = new ArrayList<>();

    private RecipeCheck() {}

    /**
     * @param views of an image in a step
     * @return each problem in the words of the experiment file; empty if there is none
     */
    static List<String> problems(TrainingRecipe recipe, int views) {
        RecipeCheck check = new RecipeCheck();
        check.require(views >= 1, "views of an image", views, "1 or more");
        check.require(recipe.epochs() >= 1, "epochs", recipe.epochs(), "1 or more");
        check.require(
                recipe.batchSize() >= FEWEST_IMAGES, "batch-size", recipe.batchSize(), "2 or more");
        recipe.microBatch()
                .ifPresent(size -> check.require(size >= 1, "micro-batch", size, "1 or more"));
        recipe.clipNorm().ifPresent(norm -> check.requirePositive("clip-norm", norm));
        check.optimizer(recipe.optimizer());
        check.schedule(recipe.schedule());
        return List.copyOf(check.problems);
    }

    private void optimizer(OptimizerSpec optimizer) {
        requirePositive("optimizer.lr", optimizer.learningRate());
        double decay = optimizer.weightDecay();
        require(Double.isFinite(decay) && decay >= 0, "optimizer.weight-decay", decay, "0 or more");
    }

    private void schedule(ScheduleSpec schedule) {
        require(
                schedule.warmupEpochs() >= 0,
                "schedule.warmup-epochs",
                schedule.warmupEpochs(),
                "0 or more");
        if (schedule.shape() == ScheduleSpec.Shape.STEP) {
            require(
                    schedule.stepEpochs() >= 1,
                    "schedule.step-epochs",
                    schedule.stepEpochs(),
                    "1 or more");
            requirePositive("schedule.gamma", schedule.gamma());
        }
    }

    private void requirePositive(String what, double value) {
        require(Double.isFinite(value) && value > 0, what, value, "a number above 0");
    }

    private void require(boolean sound, String what, Number value, String expected) {
        if (!sound) {
            problems.add("%s is %s, not %s".formatted(what, value, expected));
        }
    }
}
