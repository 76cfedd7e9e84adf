/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.probe;

import static java.util.Objects.requireNonNull;

import org.modan.spi.FoldScores;
import org.modan.spi.ProbeEvaluator;
import org.modan.spi.ProbeFold;
import org.modan.spi.TrainingRecipe;

/**
 * Trains a linear classifier on frozen features as fine-tuning trains the one on top of its
 * encoder, and scores with what the last epoch left.
 */
final class LinearProbeEvaluator implements ProbeEvaluator {

    private final TrainingRecipe recipe;
    private final boolean standardise;

    LinearProbeEvaluator(TrainingRecipe recipe, boolean standardise) {
        this.recipe = requireNonNull(recipe, "recipe is null");
        this.standardise = standardise;
    }

    @Override
    public FoldScores score(ProbeFold fold) {
        double[][] train = Features.rows(fold.train());
        double[][] test = Features.rows(fold.test());
        if (standardise) {
            Standardiser standardiser = Standardiser.fit(train);
            train = standardiser.apply(train);
            test = standardiser.apply(test);
        }
        LinearModel model =
                new LinearTraining(
                                recipe,
                                fold.seed().derive("classifier"),
                                fold.seed().derive("linear-probe"))
                        .train(train, Features.labels(fold.train()));
        return FoldScores.of(model.probabilities(train), model.probabilities(test));
    }
}
