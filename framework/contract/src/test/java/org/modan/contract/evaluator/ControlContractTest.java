/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.modan.spi.ControlEvaluator;
import org.modan.spi.ErrorCode;
import org.modan.spi.FoldScores;
import org.modan.spi.ModanException;
import org.modan.spi.Sample;

class ControlContractTest {

    private static final String STRANGE = "metadata it has never seen, or none, does not stop it";
    private static final String NONE = "it says so if it needs metadata that the images lack";

    @Test
    void aSoundControlKeepsEveryCheck() {
        assertThat(
                        TestEvaluator.control(
                                        (train, test, seed) ->
                                                FoldScores.of(
                                                        byModality(train, 0), byModality(test, 0)))
                                .violated())
                .isEmpty();
    }

    @Test
    void aValueNeverSeenIsScored() {
        ControlEvaluator lookup =
                (train, test, seed) -> {
                    Map<String, Double> known = Map.of("MR", 0.8, "US", 0.2);
                    double[] scores = new double[test.size()];
                    for (int i = 0; i < scores.length; i++) {
                        scores[i] = known.get(test.get(i).metadata().get("modality"));
                    }
                    return FoldScores.of(TestEvaluator.same(train, 0.5), scores);
                };

        assertThat(TestEvaluator.control(lookup).violation(STRANGE))
                .startsWith("scoring ends in java.lang.NullPointerException")
                .endsWith(
                        " where an image of the test part has a value that none of the training part has, or no metadata at all");
    }

    @Test
    void aMissingValueIsNotScoredAsNoNumber() {
        assertThat(
                        TestEvaluator.control(
                                        (train, test, seed) ->
                                                FoldScores.of(
                                                        byModality(train, 0),
                                                        byModality(test, Double.NaN)))
                                .violation(STRANGE))
                .isEqualTo(
                        "the scores are [NaN, 0.0, NaN, 0.0, NaN, 0.0, NaN, 0.0, NaN, 0.0] where an image of the test part has a value that none of the training part has, or no metadata at all; give every image a finite one");
    }

    @Test
    void aControlThatNeedsMetadataSaysSo() {
        assertThat(
                        TestEvaluator.control(
                                        (train, test, seed) -> {
                                            requireMetadata(train, new ArithmeticException());
                                            return FoldScores.of(
                                                    byModality(train, 0), byModality(test, 0));
                                        })
                                .violation(NONE))
                .isEqualTo(
                        "scoring ends in java.lang.ArithmeticException where no image has metadata");
        assertThat(
                        TestEvaluator.control(
                                        (train, test, seed) -> {
                                            requireMetadata(
                                                    train,
                                                    new ModanException(
                                                            ErrorCode.DATASET, "no metadata"));
                                            return FoldScores.of(
                                                    byModality(train, 0), byModality(test, 0));
                                        })
                                .violated())
                .isEmpty();
    }

    private static void requireMetadata(List<Sample> train, RuntimeException failure) {
        if (train.stream().allMatch(sample -> sample.metadata().isEmpty())) {
            throw failure;
        }
    }

    private static double[] byModality(List<Sample> samples, double ofMissing) {
        return samples.stream()
                .map(sample -> sample.metadata().getOrDefault("modality", "missing"))
                .mapToDouble(
                        modality ->
                                switch (modality) {
                                    case "MR" -> 1;
                                    case "missing" -> ofMissing;
                                    default -> 0;
                                })
                .toArray();
    }
}
