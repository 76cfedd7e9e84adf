/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.strategy;

import org.modan.contract.ContractViolation;
import org.modan.contract.Problems;
import org.modan.spi.AugmentationSpec;
import org.modan.spi.OptimizerSpec;
import org.modan.spi.ScheduleSpec;
import org.modan.spi.TrainingRecipe;

/**
 * The ranges an experiment's own training settings are held to, for the settings of an objective.
 */
final class RecipeRanges {

    private final TrainingRecipe recipe;
    private final Problems problems = new Problems("defaults()");

    RecipeRanges(TrainingRecipe recipe) {
        if (recipe == null) {
            throw new ContractViolation(
                    "defaults() is null; an objective says how it is trained where an experiment does not");
        }
        this.recipe = recipe;
    }

    /**
     * @throws ContractViolation if a setting is out of its range; names them all
     */
    void require() {
        problems.require(
                recipe.epochs() >= 1, "epochs is %d; at least 1 is needed", recipe.epochs());
        problems.require(
                recipe.batchSize() >= 2,
                "the batch size is %d; at least 2 is needed",
                recipe.batchSize());
        recipe.microBatch()
                .ifPresent(
                        size ->
                                problems.require(
                                        size >= 1,
                                        "the micro-batch is %d; at least 1 is needed",
                                        size));
        recipe.clipNorm()
                .ifPresent(norm -> positive("the norm that gradients are clipped to", norm));
        optimizer(recipe.optimizer());
        schedule(recipe.schedule());
        augmentation(recipe.augmentation());
        problems.throwIfAny();
    }

    private void optimizer(OptimizerSpec optimizer) {
        positive("the learning rate", optimizer.learningRate());
        problems.require(
                optimizer.weightDecay() >= 0 && Double.isFinite(optimizer.weightDecay()),
                "the weight decay is %s; it must be at least 0",
                optimizer.weightDecay());
        if (optimizer.rule() == OptimizerSpec.Rule.SGD) {
            belowOne("momentum", optimizer.momentum());
            problems.require(
                    !optimizer.nesterov() || optimizer.momentum() > 0,
                    "Nesterov's rule needs a momentum above 0");
        } else {
            belowOne("the first beta", optimizer.beta1());
            belowOne("the second beta", optimizer.beta2());
            positive("epsilon", optimizer.epsilon());
        }
    }

    private void schedule(ScheduleSpec schedule) {
        problems.require(
                schedule.stepEpochs() >= 1,
                "the schedule steps every %d epochs; at least 1 is needed",
                schedule.stepEpochs());
        positive("the schedule's gamma", schedule.gamma());
        problems.require(
                schedule.warmupEpochs() >= 0,
                "the warm-up takes %d epochs; it must be at least 0",
                schedule.warmupEpochs());
    }

    private void augmentation(AugmentationSpec augmentation) {
        problems.require(
                augmentation.minScale() > 0
                        && augmentation.minScale() <= augmentation.maxScale()
                        && augmentation.maxScale() <= 1,
                "the crop's scale is %s to %s; it must be above 0 and up to 1, the lesser first",
                augmentation.minScale(),
                augmentation.maxScale());
        probability("a flip", augmentation.flipProbability());
        probability("a jitter", augmentation.jitterProbability());
        problems.require(
                augmentation.brightness() >= 0 && augmentation.contrast() >= 0,
                "the strengths of brightness and contrast are %s and %s; they must be at least 0",
                augmentation.brightness(),
                augmentation.contrast());
    }

    private void positive(String what, double value) {
        problems.require(
                value > 0 && Double.isFinite(value), "%s is %s; it must be above 0", what, value);
    }

    private void belowOne(String what, double value) {
        problems.require(
                value >= 0 && value < 1, "%s is %s; it must be from 0 to below 1", what, value);
    }

    private void probability(String what, double value) {
        problems.require(
                value >= 0 && value <= 1,
                "the probability of %s is %s; it must be from 0 to 1",
                what,
                value);
    }
}
