/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.score;

import static java.util.Objects.requireNonNull;

import org.modan.runtime.data.FeatureSubset;
import org.modan.runtime.plan.EvaluationCell;
import org.modan.runtime.protocol.FoldPlan;
import org.modan.spi.FeatureSet;
import org.modan.spi.FoldScores;
import org.modan.spi.ProbeEvaluator;
import org.modan.spi.ProbeFold;
import org.modan.spi.Seed;

/**
 * Has a classifier fitted on the features of a fold's images.
 *
 * @param features of the whole task
 */
record ProbeScorer(EvaluationCell cell, ProbeEvaluator evaluator, FeatureSet features)
        implements FoldScorer {

    private record Fold(int repeat, int fold, FeatureSet train, FeatureSet test, Seed seed)
            implements ProbeFold {}

    ProbeScorer {
        requireNonNull(features, "features is null");
    }

    @Override
    public FoldScores score(int fold) {
        FoldPlan folds = cell.task().folds();
        return evaluator.score(
                new Fold(
                        cell.repeat(),
                        fold,
                        FeatureSubset.of(features, folds.train(cell.repeat(), fold)),
                        FeatureSubset.featuresOnly(features, folds.test(cell.repeat(), fold)),
                        cell.foldSeed(fold)));
    }
}
