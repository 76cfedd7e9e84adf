/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.modan.spi.FeatureSet;
import org.modan.spi.FoldScores;
import org.modan.spi.ProbeFold;
import org.modan.spi.Sample;

class DirectionContractTest {

    private static final String DIRECTION = "a higher score means the positive class";

    @Test
    void theProbabilityOfTheNegativeClassIsUpsideDown() {
        assertThat(TestEvaluator.probe(fold -> fitted(fold, -1)).violation(DIRECTION))
                .isEqualTo(
                        "images score lower when they are labelled positive than when the same images are labelled negative (in all but a share of 0.00 of the pairs): a higher score must mean the positive class, whose label is 1");
    }

    @Test
    void aSmallStepInTheRightDirectionIsEnough() {
        assertThat(TestEvaluator.probe(fold -> fitted(fold, 1e-6)).violated()).isEmpty();
    }

    @Test
    void scoresWithoutALookAtLabelsAreOfNoDirection() {
        assertThat(TestEvaluator.probe(TestEvaluator::sound).violated()).isEmpty();
        assertThat(
                        TestEvaluator.control(
                                        (train, test, seed) ->
                                                FoldScores.of(
                                                        TestEvaluator.same(train, 0.5),
                                                        TestEvaluator.same(test, 0.5)))
                                .violated())
                .isEmpty();
    }

    /** How much nearer a vector's first four columns are to those of one class than the other's. */
    private static FoldScores fitted(ProbeFold fold, double sign) {
        double slope = sign * slope(fold.train());
        return FoldScores.of(times(fold.train(), slope), times(fold.test(), slope));
    }

    private static double slope(FeatureSet train) {
        double[] means = TestEvaluator.means(train);
        List<Sample> samples = train.samples();
        double slope = 0;
        for (int i = 0; i < means.length; i++) {
            slope += samples.get(i).label().orElseThrow() == 1 ? means[i] : -means[i];
        }
        return slope;
    }

    private static double[] times(FeatureSet features, double slope) {
        return Arrays.stream(TestEvaluator.means(features)).map(mean -> mean * slope).toArray();
    }
}
