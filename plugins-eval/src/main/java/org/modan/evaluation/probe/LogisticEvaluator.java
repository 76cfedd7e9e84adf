/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.probe;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import org.modan.evaluation.regression.DenseDesign;
import org.modan.evaluation.regression.InnerFolds;
import org.modan.evaluation.regression.LogisticModel;
import org.modan.evaluation.regression.LogisticRegression;
import org.modan.evaluation.regression.PenaltyChoice;
import org.modan.evaluation.regression.PenaltyChoice.Part;
import org.modan.spi.FoldScores;
import org.modan.spi.ProbeEvaluator;
import org.modan.spi.ProbeFold;

/**
 * Fits a logistic regression on frozen features, whose penalty is chosen on folds of the training
 * part. Everything that is fitted, mean and variance of the features too, is fitted on the samples
 * of that fold alone.
 */
final class LogisticEvaluator implements ProbeEvaluator {

    private static final LogisticRegression REGRESSION = new LogisticRegression(1e-8);

    private final PenaltyChoice penalties;
    private final int innerFolds;
    private final boolean standardise;

    LogisticEvaluator(PenaltyChoice penalties, int innerFolds, boolean standardise) {
        this.penalties = requireNonNull(penalties, "penalties is null");
        this.innerFolds = innerFolds;
        this.standardise = standardise;
    }

    @Override
    public FoldScores score(ProbeFold fold) {
        double[][] train = Features.rows(fold.train());
        int[] labels = Features.labels(fold.train());
        double penalty = penalties.isOpen() ? choose(fold, train, labels) : penalties.only();
        List<DenseDesign> parts = scaled(train, Features.rows(fold.test()));
        LogisticModel model = REGRESSION.fit(parts.get(0), labels, penalty);
        return FoldScores.of(model.probabilities(parts.get(0)), model.probabilities(parts.get(1)));
    }

    private double choose(ProbeFold fold, double[][] rows, int[] labels) {
        InnerFolds inner =
                InnerFolds.of(
                        fold.train().samples(), innerFolds, fold.seed().derive("inner-folds"));
        return penalties.of(
                inner,
                (fitted, scored) -> {
                    List<DenseDesign> parts = scaled(at(rows, fitted), at(rows, scored));
                    return List.of(
                            new Part(parts.get(0), at(labels, fitted)),
                            new Part(parts.get(1), at(labels, scored)));
                });
    }

    private List<DenseDesign> scaled(double[][] fitted, double[][] scored) {
        if (!standardise) {
            return List.of(DenseDesign.of(fitted), DenseDesign.of(scored));
        }
        Standardiser standardiser = Standardiser.fit(fitted);
        return List.of(
                DenseDesign.of(standardiser.apply(fitted)),
                DenseDesign.of(standardiser.apply(scored)));
    }

    private static double[][] at(double[][] rows, int[] indices) {
        return Arrays.stream(indices).mapToObj(i -> rows[i]).toArray(double[][]::new);
    }

    private static int[] at(int[] labels, int[] indices) {
        return Arrays.stream(indices).map(i -> labels[i]).toArray();
    }
}
