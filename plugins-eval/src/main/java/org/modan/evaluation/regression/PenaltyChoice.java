/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.regression;

import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Chooses the penalty of a logistic regression by cross-validation within the training part: that
 * whose models give the labels of the samples left out the highest likelihood; of equals the
 * larger.
 */
public final class PenaltyChoice {

    /** A thousandth of a weight decides no comparison of penalties a factor of ten apart. */
    private static final LogisticRegression ROUGH = new LogisticRegression(1e-3);

    private final double[] penalties;

    /**
     * @param penalties greater than 0, in any order
     */
    public PenaltyChoice(List<Double> penalties) {
        // From the largest: each fit starts from the one before, and that is the easiest first.
        this.penalties =
                penalties.stream()
                        .sorted(Comparator.reverseOrder())
                        .mapToDouble(Double::doubleValue)
                        .toArray();
    }

    /**
     * One part of an inner fold.
     *
     * @param labels 0 or 1 for each row
     */
    public record Part(Design rows, int[] labels) {}

    /** Whether there is anything to choose. */
    public boolean isOpen() {
        return penalties.length > 1;
    }

    /** The only penalty. */
    public double only() {
        return penalties[0];
    }

    /**
     * @param split makes the rows that are fitted on and the rows that are scored of the samples at
     *     these indices; called from several threads
     */
    public double of(InnerFolds folds, BiFunction<int[], int[], List<Part>> split) {
        // Folds do not touch one another, and are summed in order: several threads change nothing.
        List<double[]> ofFolds =
                IntStream.range(0, folds.folds())
                        .parallel()
                        .mapToObj(fold -> split.apply(folds.train(fold), folds.test(fold)))
                        .map(parts -> losses(parts.get(0), parts.get(1)))
                        .toList();
        double[] losses = new double[penalties.length];
        ofFolds.forEach(ofFold -> Vectors.add(losses, ofFold, 1));
        int best = 0;
        for (int i = 1; i < penalties.length; i++) {
            if (losses[i] < losses[best]) {
                best = i;
            }
        }
        return penalties[best];
    }

    private double[] losses(Part train, Part test) {
        double[] losses = new double[penalties.length];
        LogisticModel model = LogisticModel.zero(train.rows().columns());
        for (int i = 0; i < penalties.length; i++) {
            model = ROUGH.fit(train.rows(), train.labels(), penalties[i], model);
            losses[i] = model.loss(test.rows(), test.labels());
        }
        return losses;
    }
}
