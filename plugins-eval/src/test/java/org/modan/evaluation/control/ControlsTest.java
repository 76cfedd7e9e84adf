/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.modan.evaluation.Evaluators;
import org.modan.evaluation.ScikitLearn;
import org.modan.spi.ControlEvaluator;
import org.modan.spi.ErrorCode;
import org.modan.spi.FoldScores;
import org.modan.spi.ModanException;
import org.modan.spi.Sample;
import org.modan.spi.Seed;

class ControlsTest {

    @Test
    void theMajorityScoresAllByTheShareOfPositivesInTheTrainingPart() {
        FoldScores scores =
                control("majority", Map.of())
                        .score(
                                List.of(
                                        sample("a", 1),
                                        sample("b", 0),
                                        sample("c", 0),
                                        sample("d", 0)),
                                List.of(tested("x"), tested("y")),
                                new Seed(1));

        assertThat(scores.train()).containsExactly(0.25, 0.25, 0.25, 0.25);
        assertThat(scores.test()).containsExactly(0.25, 0.25);
    }

    @Test
    void metadataIsRegressedUponAsByScikitLearnWithUnseenValuesAllZero() {
        List<Sample> train = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int square = i * i % 3;
            train.add(
                    Sample.withId("" + i)
                            .label((square == 1) ^ (i % 5 == 0) ? 1 : 0)
                            .metadata("letter", "abc".substring(square, square + 1))
                            .metadata("last", "xyz".substring(i / 4 % 3, i / 4 % 3 + 1))
                            .build());
        }
        List<Sample> test =
                List.of(
                        letters("a", "x"),
                        letters("b", "z"),
                        letters("b", "new"),
                        letters("new", "new"));

        FoldScores scores = control("metadata-only", Map.of()).score(train, test, new Seed(1));

        assertThat(scores.train())
                .containsExactly(ScikitLearn.values("metadata-train"), within(1e-6));
        assertThat(scores.test())
                .containsExactly(ScikitLearn.values("metadata-test"), within(1e-6));
    }

    @Test
    void aFieldThatTellsTheLabelByAnotherNameShowsInEveryScore() {
        List<Sample> train = new ArrayList<>();
        List<Sample> test = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String grade = i % 2 == 0 ? "2" : i % 4 == 1 ? "4a" : "5";
            train.add(
                    Sample.withId("" + i)
                            .label(i % 2)
                            .metadata("tirads", grade)
                            .metadata("site", "one")
                            .build());
            test.add(Sample.withId("test-" + i).metadata("tirads", grade).build());
        }

        double[] all = control("metadata-only", Map.of()).score(train, test, new Seed(1)).test();
        double[] site =
                control("metadata-only", Map.of("fields", "site"))
                        .score(train, test, new Seed(1))
                        .test();

        for (int i = 0; i < 20; i += 2) {
            assertThat(all[i]).isLessThan(0.3);
            assertThat(all[i + 1]).isGreaterThan(0.7);
        }
        assertThat(site).containsOnly(site[0]);
    }

    @Test
    void aMissingValueIsOneOfNoColumn() {
        List<Sample> train =
                List.of(
                        Sample.withId("1").label(1).metadata("probe", "linear").build(),
                        Sample.withId("2").label(0).metadata("probe", "convex").build(),
                        Sample.withId("3").label(0).build());

        double[] scores =
                control("metadata-only", Map.of())
                        .score(train, List.of(tested("x"), letters("q", "r")), new Seed(1))
                        .test();

        assertThat(scores[0]).isEqualTo(scores[1]);
    }

    @Test
    void refusesSamplesWithoutAnyMetadata() {
        assertThatThrownBy(
                        () ->
                                control("metadata-only", Map.of())
                                        .score(
                                                List.of(sample("a", 1), sample("b", 0)),
                                                List.of(tested("x")),
                                                new Seed(1)))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        "no image has metadata, so metadata-only has nothing to look at; remove it from evaluators")
                .extracting("code")
                .isEqualTo(ErrorCode.DATASET);
    }

    @Test
    void refusesAFieldThatNoSampleHasAndNamesThoseThereAre() {
        assertThatThrownBy(
                        () ->
                                control(
                                                "metadata-only",
                                                Map.of("fields", List.of("letter", "prob")))
                                        .score(
                                                List.of(letters("a", "x")),
                                                List.of(letters("a", "x")),
                                                new Seed(1)))
                .hasMessage("no image has a value of prob; set fields to some of last, letter")
                .extracting("code")
                .isEqualTo(ErrorCode.CONFIGURATION);
    }

    private static ControlEvaluator control(String name, Map<String, ?> options) {
        return (ControlEvaluator) Evaluators.create(name, options);
    }

    private static Sample sample(String id, int label) {
        return Sample.withId(id).label(label).build();
    }

    private static Sample tested(String id) {
        return Sample.withId(id).build();
    }

    private static Sample letters(String letter, String last) {
        return Sample.withId(letter + last)
                .metadata("letter", letter)
                .metadata("last", last)
                .build();
    }
}
