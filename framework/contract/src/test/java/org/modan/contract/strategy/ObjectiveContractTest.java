/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.modan.spi.Affinity;
import org.modan.spi.AugmentationSpec;
import org.modan.spi.OptimizerSpec;
import org.modan.spi.ScheduleSpec;
import org.modan.spi.TrainingRecipe;

class ObjectiveContractTest {

    private static final String RANGE = "its default settings are within range";
    private static final String SIMILARITY =
            "its similarity of images, if it has one, is symmetric and from 0 to 1";

    @Test
    void thereIsAView() {
        assertThat(
                        new TestObjective()
                                .views(0)
                                .verdicts()
                                .violation("it asks for at least one view an image"))
                .isEqualTo("viewsPerImage() is 0; a batch has at least one view of each image");
    }

    @Test
    void thereAreDefaults() {
        assertThat(new TestObjective().defaults(null).verdicts().violation(RANGE))
                .isEqualTo(
                        "defaults() is null; an objective says how it is trained where an experiment does not");
    }

    @Test
    void everyDefaultOutOfRangeIsNamed() {
        TrainingRecipe recipe =
                TrainingRecipe.of(
                                0,
                                1,
                                OptimizerSpec.sgd(-0.1).withMomentum(1).withWeightDecay(Double.NaN))
                        .withMicroBatch(0)
                        .withClipNorm(0)
                        .withSchedule(ScheduleSpec.step(0, -1).withWarmup(-2))
                        .withAugmentation(
                                AugmentationSpec.none()
                                        .withCropScale(0.9, 0.2)
                                        .withFlipProbability(2)
                                        .withJitter(-1, -1, 0));

        assertThat(new TestObjective().defaults(recipe).verdicts().violation(RANGE))
                .isEqualTo(
                        "defaults(): epochs is 0; at least 1 is needed;"
                                + " the batch size is 1; at least 2 is needed;"
                                + " the micro-batch is 0; at least 1 is needed;"
                                + " the norm that gradients are clipped to is 0.0; it must be above 0;"
                                + " the learning rate is -0.1; it must be above 0;"
                                + " the weight decay is NaN; it must be at least 0;"
                                + " momentum is 1.0; it must be from 0 to below 1;"
                                + " the schedule steps every 0 epochs; at least 1 is needed;"
                                + " the schedule's gamma is -1.0; it must be above 0;"
                                + " the warm-up takes -2 epochs; it must be at least 0;"
                                + " the crop's scale is 0.9 to 0.2; it must be above 0 and up to 1, the lesser first;"
                                + " the probability of a flip is 2.0; it must be from 0 to 1;"
                                + " the probability of a jitter is -1.0; it must be from 0 to 1;"
                                + " the strengths of brightness and contrast are -1.0 and 0.0; they must be at least 0");
    }

    @Test
    void adamHasRangesOfItsOwn() {
        TrainingRecipe recipe =
                TrainingRecipe.of(1, 2, OptimizerSpec.adam(0.1).withBetas(1, -0.5).withEpsilon(0));

        assertThat(new TestObjective().defaults(recipe).verdicts().violation(RANGE))
                .isEqualTo(
                        "defaults(): the first beta is 1.0; it must be from 0 to below 1;"
                                + " the second beta is -0.5; it must be from 0 to below 1;"
                                + " epsilon is 0.0; it must be above 0");
    }

    @Test
    void nesterovNeedsMomentum() {
        TrainingRecipe recipe = TrainingRecipe.of(1, 2, OptimizerSpec.sgd(0.1).withNesterov(true));

        assertThat(new TestObjective().defaults(recipe).verdicts().violation(RANGE))
                .isEqualTo("defaults(): Nesterov's rule needs a momentum above 0");
    }

    @Test
    void aSimilarityIsSymmetricAndWithinRange() {
        assertThat(
                        new TestObjective()
                                .affinity(new FirstMinusSecond("the first\nless the second"))
                                .verdicts()
                                .violation(SIMILARITY))
                .startsWith(
                        "affinity(): description() is \"the first\nless the second\"; it is printed in one line; ")
                .contains("; it must be from 0 to 1; ")
                .containsPattern(
                        "the similarity of images \\d and \\d is -?\\d.\\d, that of \\d and \\d is -?\\d.\\d");
    }

    @Test
    void aSimilarityMayExceedOneByRounding() {
        assertThat(new TestObjective().affinity(new AllAlike()).verdicts().violated()).isEmpty();
    }

    private record AllAlike() implements Affinity {

        @Override
        public float similarity(float[] first, float[] second) {
            return Math.nextUp(1f);
        }

        @Override
        public boolean isPositive(float similarity) {
            return true;
        }

        @Override
        public String description() {
            return "all images are alike";
        }
    }

    /** How much more is known of the first image than of the second, which is no similarity. */
    private record FirstMinusSecond(String description) implements Affinity {

        @Override
        public float similarity(float[] first, float[] second) {
            return sum(first) - sum(second);
        }

        @Override
        public boolean isPositive(float similarity) {
            return similarity > 0;
        }

        private static float sum(float[] row) {
            float sum = 0;
            for (float value : row) {
                sum += value;
            }
            return sum;
        }
    }
}
