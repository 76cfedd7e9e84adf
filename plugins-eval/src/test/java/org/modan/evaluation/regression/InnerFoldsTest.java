/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.regression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.modan.spi.Sample;
import org.modan.spi.Seed;

class InnerFoldsTest {

    @Test
    void patientsStayTogetherAndEachSampleIsScoredOnce() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            samples.add(
                    Sample.withId("image-" + i)
                            .label(i % 3 == 0 ? 1 : 0)
                            .group("p" + i / 4)
                            .build());
        }

        InnerFolds folds = InnerFolds.of(samples, 5, new Seed(1));

        List<Integer> scored = new ArrayList<>();
        for (int fold = 0; fold < 5; fold++) {
            assertThat(patients(samples, folds.test(fold)))
                    .isNotEmpty()
                    .doesNotContainAnyElementsOf(patients(samples, folds.train(fold)));
            assertThat(folds.test(fold).length + folds.train(fold).length).isEqualTo(60);
            Arrays.stream(folds.test(fold)).forEach(scored::add);
        }
        assertThat(scored).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void withoutPatientsEveryFoldHasItsShareOfEachClass() {
        List<Sample> samples =
                IntStream.range(0, 43)
                        .mapToObj(i -> Sample.withId("" + i).label(i < 11 ? 1 : 0).build())
                        .toList();

        InnerFolds folds = InnerFolds.of(samples, 4, new Seed(2));

        for (int fold = 0; fold < folds.folds(); fold++) {
            int[] test = folds.test(fold);
            long positives = Arrays.stream(test).filter(i -> i < 11).count();
            assertThat(positives).isBetween(2L, 3L);
            assertThat(test.length - positives).isEqualTo(8);
        }
    }

    @Test
    void aClassOfFewPatientsMakesFewerFolds() {
        List<Sample> samples =
                IntStream.range(0, 30)
                        .mapToObj(i -> Sample.withId("" + i).label(i < 3 ? 1 : 0).build())
                        .toList();

        assertThat(InnerFolds.of(samples, 5, new Seed(2)).folds()).isEqualTo(3);
    }

    @Test
    void theyAreDrawnFromTheSeed() {
        List<Sample> samples =
                IntStream.range(0, 30)
                        .mapToObj(i -> Sample.withId("" + i).label(i % 2).build())
                        .toList();

        int[] first = InnerFolds.of(samples, 5, new Seed(2)).test(0);

        assertThat(InnerFolds.of(samples, 5, new Seed(2)).test(0)).isEqualTo(first);
        assertThat(InnerFolds.of(samples, 5, new Seed(3)).test(0)).isNotEqualTo(first);
    }

    private static Set<String> patients(List<Sample> samples, int[] indices) {
        return Arrays.stream(indices)
                .mapToObj(i -> samples.get(i).group().orElseThrow())
                .collect(Collectors.toSet());
    }
}
