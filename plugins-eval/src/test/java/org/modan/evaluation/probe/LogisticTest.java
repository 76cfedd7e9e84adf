/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modan.evaluation.Evaluators;
import org.modan.evaluation.ScikitLearn;
import org.modan.spi.ErrorCode;
import org.modan.spi.FoldScores;
import org.modan.spi.ModanException;
import org.modan.spi.ProbeEvaluator;
import org.modan.spi.Sample;
import org.modan.spi.Seed;

class LogisticTest {

    @ParameterizedTest
    @CsvSource({
        "0.01,true", "0.01,false",
        "1,true", "1,false",
        "100,true", "100,false"
    })
    void givesTheProbabilitiesOfScikitLearn(String penalty, boolean standardise) {
        FoldScores scores =
                logistic(Map.of("penalties", penalty, "standardise", standardise)).score(fold());

        String name = "logistic-%s-%s-".formatted(penalty, standardise ? "standardised" : "raw");
        assertThat(scores.train())
                .containsExactly(ScikitLearn.values(name + "train"), within(1e-6));
        assertThat(scores.test()).containsExactly(ScikitLearn.values(name + "test"), within(1e-6));
    }

    @Test
    void choosesThePenaltyThatServesSamplesLeftOutBest() {
        // Labels that have nothing to do with the features are best met by the largest penalty,
        // labels without noise by a small one.
        float[][] train = ScikitLearn.train();
        RandomGenerator random = new Seed(1).random();
        int[] noise = new int[train.length];
        int[] told = new int[train.length];
        for (int i = 0; i < train.length; i++) {
            noise[i] = random.nextInt(2);
            told[i] = train[i][0] + train[i][1] > 1 ? 1 : 0;
        }

        assertThat(chosen(train, noise)).isEqualTo("1000");
        assertThat(chosen(train, told)).isEqualTo("0.1");
    }

    @Test
    void theTestPartHasNoSayInTheFit() {
        ProbeEvaluator logistic = logistic(Map.of());
        float[][] other = {{5, 5, 5, 5, 5, 5}, {-9, 3, 0, 0, 0, 1}};

        assertThat(
                        logistic.score(
                                        TableFold.of(
                                                ScikitLearn.train(),
                                                ScikitLearn.labels(),
                                                other,
                                                4))
                                .train())
                .isEqualTo(logistic.score(fold()).train());
    }

    @Test
    void isAFunctionOfTheFoldsSeed() {
        ProbeEvaluator logistic = logistic(Map.of());
        DrawnFeatures features = DrawnFeatures.of(60, 12, 3);

        assertThat(logistic.score(features.fold(0, 5, 1)).test())
                .isEqualTo(logistic.score(features.fold(0, 5, 1)).test());
    }

    @Test
    void refusesToChooseWhereAClassIsOfOnePatient() {
        float[][] train = ScikitLearn.train();
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < train.length; i++) {
            boolean positive = i % 10 == 0;
            samples.add(
                    Sample.withId("image-" + i)
                            .label(positive ? 1 : 0)
                            .group(positive ? "one" : "patient-" + i)
                            .build());
        }
        TableFold fold = TableFold.of(train, samples, ScikitLearn.test(), 1);

        assertThatThrownBy(() -> logistic(Map.of()).score(fold))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        "too few patients of a class are in the training part to choose a penalty on folds of it; give one value as penalties, or set protocol.folds higher")
                .extracting("code")
                .isEqualTo(ErrorCode.TRAINING);
        assertThat(logistic(Map.of("penalties", "1")).score(fold).test()).hasSize(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "NaN", "much"})
    void refusesPenaltiesThatAreNone(String penalty) {
        assertThat(Evaluators.problems("logistic", Map.of("penalties", List.of("1", penalty))))
                .singleElement()
                .asString()
                .contains("penalties", "numbers greater than 0");
    }

    /** Which penalty's scores come out. */
    private static String chosen(float[][] train, int[] labels) {
        List<String> penalties = List.of("0.1", "10", "1000");
        TableFold fold = TableFold.of(train, labels, ScikitLearn.test(), 4);
        double[] scores = logistic(Map.of("penalties", penalties)).score(fold).test();
        return penalties.stream()
                .filter(
                        one ->
                                Arrays.equals(
                                        logistic(Map.of("penalties", one)).score(fold).test(),
                                        scores))
                .findFirst()
                .orElseThrow();
    }

    private static TableFold fold() {
        return TableFold.of(ScikitLearn.train(), ScikitLearn.labels(), ScikitLearn.test(), 4);
    }

    private static ProbeEvaluator logistic(Map<String, ?> options) {
        return (ProbeEvaluator) Evaluators.create("logistic", options);
    }
}
