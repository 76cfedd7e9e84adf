/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.modan.contract.Verdicts;
import org.modan.spi.FeatureSet;
import org.modan.spi.FoldScores;

class TestPartContractTest {

    private static final String ORDER = "the order of the tested images changes no score";
    private static final String OTHERS = "which other images are tested changes no score";

    @Test
    void scoresFollowTheImages() {
        Verdicts byPlace =
                TestEvaluator.probe(
                        fold -> {
                            double[] scores = TestEvaluator.means(fold.test());
                            for (int i = 0; i < scores.length; i++) {
                                scores[i] += 0.01 * i;
                            }
                            return FoldScores.of(TestEvaluator.means(fold.train()), scores);
                        });

        assertThat(byPlace.violation(ORDER))
                .startsWith("test image 7 has the score ")
                .endsWith(
                        " where the test part comes in another order; scores must follow the images, not their places or ids");
    }

    @Test
    void nothingIsFittedOnTheTestPart() {
        Verdicts centred =
                TestEvaluator.probe(
                        fold ->
                                FoldScores.of(
                                        TestEvaluator.means(fold.train()),
                                        minus(
                                                TestEvaluator.means(fold.test()),
                                                mean(fold.test()))));

        assertThat(centred.violated()).containsExactly(OTHERS);
        assertThat(centred.violation(OTHERS))
                .startsWith("test image 1 has the score ")
                .endsWith(
                        " where the test part has 3 of the images; score with what was fitted on the training part alone: run the encoder in Mode.EVALUATE, and take no mean, variance or rank over the test part");
    }

    @Test
    void scoresOfTheTrainingPartKnowNothingOfTheTestPart() {
        Verdicts centred =
                TestEvaluator.probe(
                        fold ->
                                FoldScores.of(
                                        minus(TestEvaluator.means(fold.train()), mean(fold.test())),
                                        TestEvaluator.means(fold.test())));

        assertThat(centred.violation(OTHERS))
                .startsWith(
                        "the scores of the training part are others where the test part has 3 of the images; ");
    }

    @Test
    void oneImageAloneHasItsScoreToo() {
        Verdicts divided =
                TestEvaluator.probe(
                        fold -> {
                            double several = fold.test().size() == 1 ? 0 : 1;
                            double[] scores = TestEvaluator.means(fold.test());
                            return FoldScores.of(
                                    TestEvaluator.means(fold.train()),
                                    Arrays.stream(scores).map(score -> score / several).toArray());
                        });

        assertThat(divided.violation(OTHERS))
                .startsWith("test image 5 has the score ")
                .contains(" where the test part has 1 of the images; ");
    }

    @Test
    void aSmallScoreMayBeRoundedLikeTheLargeOnes() {
        Verdicts rounded =
                TestEvaluator.probe(
                        fold -> {
                            double[] scores = TestEvaluator.means(fold.test());
                            double rounding = 2e-3 * fold.test().size();
                            return FoldScores.of(
                                    times(TestEvaluator.means(fold.train()), 1000),
                                    minus(times(scores, 1000), rounding));
                        });

        assertThat(rounded.violated()).isEmpty();
    }

    private static double[] times(double[] values, double factor) {
        return Arrays.stream(values).map(value -> factor * value).toArray();
    }

    private static double mean(FeatureSet features) {
        return Arrays.stream(TestEvaluator.means(features)).average().orElseThrow();
    }

    private static double[] minus(double[] values, double subtrahend) {
        return Arrays.stream(values).map(value -> value - subtrahend).toArray();
    }
}
