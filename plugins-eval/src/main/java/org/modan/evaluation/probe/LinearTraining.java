/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.probe;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.modan.nn.layer.Linear;
import org.modan.nn.layer.Parameters;
import org.modan.nn.optim.LearningRateSchedule;
import org.modan.nn.train.BatchOrder;
import org.modan.spi.Seed;
import org.modan.spi.TrainingRecipe;

/**
 * Trains a linear classifier of two outputs on rows of numbers, by cross-entropy and Adam, as
 * {@code Trainer} trains it on the same rows, batch by batch: same first values, same batches, same
 * rule.
 *
 * <p>Of the outputs {@code x_0 = w_0 f + b_0} and {@code x_1 = w_1 f + b_1} the softmax sees the
 * difference alone, and with {@code p = 1 / (1 + exp(x_0 - x_1))} and label {@code y} the gradients
 * are
 *
 * <pre>dL/dw_1 = mean((p - y) f) = -dL/dw_0</pre>
 *
 * <p>Adam divides by the root of a mean of squares, so that its steps for {@code w_0} and {@code
 * w_1} differ by the sign alone as well, and {@code w = w_1 - w_0} moves by twice the step of
 * {@code w_1}. That {@code w} and its bias are what is computed here.
 */
final class LinearTraining {

    private static final int CLASSES = 2;

    private final TrainingRecipe recipe;
    private final Seed initialisation;
    private final Seed order;

    /**
     * @param recipe epochs, batch size, Adam without weight decay, and a schedule
     * @param initialisation the source of the classifier's first values
     * @param order the source of the batches
     */
    LinearTraining(TrainingRecipe recipe, Seed initialisation, Seed order) {
        this.recipe = requireNonNull(recipe, "recipe is null");
        this.initialisation = requireNonNull(initialisation, "initialisation is null");
        this.order = requireNonNull(order, "order is null");
    }

    /**
     * @param labels 0 or 1 for each row
     */
    LinearModel train(double[][] rows, int[] labels) {
        LinearModel model = start(rows[0].length);
        AdamRule rule = new AdamRule(recipe.optimizer(), model.size());
        double[] gradient = new double[model.size()];
        BatchOrder batches = BatchOrder.shuffled(rows.length, recipe.batchSize(), order);
        LearningRateSchedule schedule =
                LearningRateSchedule.of(
                        recipe.schedule(), recipe.optimizer().learningRate(), recipe.epochs());
        for (int epoch = 0; epoch < recipe.epochs(); epoch++) {
            double rate = schedule.rate(epoch);
            for (int[] batch : batches.batches(epoch)) {
                model.gradient(rows, labels, batch, gradient);
                model.descend(rule.step(gradient, CLASSES * rate));
            }
        }
        return model;
    }

    private LinearModel start(int width) {
        Map<String, float[]> values = Parameters.start(new Linear(width, CLASSES), initialisation);
        float[] weight = values.get("weight");
        float[] bias = values.get("bias");
        double[] difference = new double[width + 1];
        for (int j = 0; j < width; j++) {
            difference[j] = (double) weight[width + j] - weight[j];
        }
        difference[width] = (double) bias[1] - bias[0];
        return new LinearModel(difference);
    }
}
