/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modan.evaluation.Evaluators;
import org.modan.evaluation.ScikitLearn;
import org.modan.spi.ErrorCode;
import org.modan.spi.FoldScores;
import org.modan.spi.ModanException;
import org.modan.spi.ProbeEvaluator;

class KnnTest {

    @ParameterizedTest
    @CsvSource({"cosine,true", "cosine,false", "euclidean,true", "euclidean,false"})
    void votesAsScikitLearnDoesWithEachTrainingSampleLeftOutOfItsOwn(
            String metric, boolean weighted) {
        FoldScores scores =
                knn(Map.of("k", 5, "metric", metric, "weighted", weighted))
                        .score(
                                TableFold.of(
                                        ScikitLearn.train(),
                                        ScikitLearn.labels(),
                                        ScikitLearn.test(),
                                        1));

        String name = "knn-%s-%s-".formatted(metric, weighted ? "weighted" : "plain");
        assertThat(scores.train())
                .containsExactly(ScikitLearn.values(name + "train"), within(1e-9));
        assertThat(scores.test()).containsExactly(ScikitLearn.values(name + "test"), within(1e-9));
    }

    @Test
    void aCopyAmongTheNeighboursDecidesAlone() {
        float[][] train = {{1, 0}, {1, 0}, {0.9f, 0.1f}, {0, 1}};
        int[] labels = {1, 0, 0, 0};

        FoldScores scores =
                knn(Map.of("k", 3, "metric", "euclidean"))
                        .score(TableFold.of(train, labels, new float[][] {{1, 0}}, 1));

        assertThat(scores.test()).containsExactly(0.5);
        // The first is no neighbour of itself, but of its copy.
        assertThat(scores.train()[0]).isZero();
        assertThat(scores.train()[1]).isEqualTo(1);
    }

    @Test
    void thoseThatAreEquallyFarShareTheLastPlaceInWhateverOrderTheyCome() {
        float[][] test = {{0, 0}};

        // Of three at distance 2 for one place left, one is positive; the nearest is negative.
        assertThat(
                        knn(Map.of("k", 2, "metric", "euclidean", "weighted", false))
                                .score(
                                        TableFold.of(
                                                new float[][] {
                                                    {1, 0}, {2, 0}, {0, 2}, {2, 0}, {9, 9}
                                                },
                                                new int[] {0, 1, 0, 0, 1},
                                                test,
                                                1))
                                .test()[0])
                .isCloseTo(1 / 6.0, within(1e-15));
        assertThat(
                        knn(Map.of("k", 2, "metric", "euclidean", "weighted", false))
                                .score(
                                        TableFold.of(
                                                new float[][] {
                                                    {9, 9}, {2, 0}, {2, 0}, {0, 2}, {1, 0}
                                                },
                                                new int[] {1, 0, 0, 1, 0},
                                                test,
                                                1))
                                .test()[0])
                .isCloseTo(1 / 6.0, within(1e-15));
    }

    @Test
    void aVectorOfZerosIsAsFarFromAllAsARightAngle() {
        float[][] train = {{1, 0}, {0, 2}, {3, 3}};

        double[] scores =
                knn(Map.of("k", 2))
                        .score(TableFold.of(train, new int[] {1, 0, 0}, new float[][] {{0, 0}}, 1))
                        .test();

        assertThat(scores).doesNotContain(Double.NaN).hasSize(1);
    }

    @Test
    void refusesMoreNeighboursThanThereAre() {
        TableFold fold =
                TableFold.of(ScikitLearn.train(), ScikitLearn.labels(), ScikitLearn.test(), 1);

        assertThat(knn(Map.of("k", 59)).score(fold).test()).hasSize(20);
        assertThatThrownBy(() -> knn(Map.of("k", 60)).score(fold))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        "k is 60, but the training part of repeat 0, fold 0 has 60 images, and one is no neighbour of itself; set k to at most 59")
                .extracting("code")
                .isEqualTo(ErrorCode.CONFIGURATION);
    }

    private static ProbeEvaluator knn(Map<String, ?> options) {
        return (ProbeEvaluator) Evaluators.create("knn", options);
    }
}
