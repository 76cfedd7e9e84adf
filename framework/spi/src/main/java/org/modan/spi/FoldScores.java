/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

import static java.util.Objects.requireNonNull;

/**
 * What an evaluator makes of a fold. The scores of the part it was fitted on are there so that a
 * threshold can be chosen without a look at the part that is tested.
 *
 * @since 1.0
 */
public final class FoldScores {

    private final double[] train;
    private final double[] test;

    private FoldScores(double[] train, double[] test) {
        this.train = requireNonNull(train, "train is null").clone();
        this.test = requireNonNull(test, "test is null").clone();
    }

    /**
     * The higher a score, the more likely the positive class; the probability of it where the
     * evaluator has one. All finite, all on one scale.
     *
     * @param train one score for each sample of the training part, in its order
     * @param test one score for each sample of the test part, in its order
     */
    public static FoldScores of(double[] train, double[] test) {
        return new FoldScores(train, test);
    }

    public double[] train() {
        return train.clone();
    }

    public double[] test() {
        return test.clone();
    }
}
