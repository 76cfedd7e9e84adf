/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.modan.spi.OptimizerSpec;
import org.modan.spi.ScheduleSpec;
import org.modan.spi.TrainingRecipe;

class RecipeCheckTest {

    @Test
    void findsNothingInWhatCanBeTrained() {
        TrainingRecipe recipe =
                TrainingRecipe.of(1, 2, OptimizerSpec.sgd(0.1))
                        .withMicroBatch(1)
                        .withClipNorm(1)
                        .withSchedule(ScheduleSpec.step(1, 0.5));

        assertThat(RecipeCheck.problems(recipe, 1)).isEmpty();
    }

    @Test
    void namesEveryNumberThatNoTrainingCanFollow() {
        TrainingRecipe recipe =
                TrainingRecipe.of(-3, 0, OptimizerSpec.sgd(Double.NaN).withWeightDecay(-1))
                        .withMicroBatch(0)
                        .withClipNorm(0)
                        .withSchedule(ScheduleSpec.step(0, -0.5).withWarmup(-1));

        assertThat(RecipeCheck.problems(recipe, 0))
                .containsExactly(
                        "views of an image is 0, not 1 or more",
                        "epochs is -3, not 1 or more",
                        "batch-size is 0, not 2 or more",
                        "micro-batch is 0, not 1 or more",
                        "clip-norm is 0.0, not a number above 0",
                        "optimizer.lr is NaN, not a number above 0",
                        "optimizer.weight-decay is -1.0, not 0 or more",
                        "schedule.warmup-epochs is -1, not 0 or more",
                        "schedule.step-epochs is 0, not 1 or more",
                        "schedule.gamma is -0.5, not a number above 0");
    }
}
