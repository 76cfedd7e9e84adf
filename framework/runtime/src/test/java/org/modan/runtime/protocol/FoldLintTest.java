/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.modan.spi.Sample;

class FoldLintTest {

    private static final int[] TWO_FOLDS = {0, 0, 1, 1};

    @Test
    void findsNothingInFoldsThatKeepPatientsAndCopiesTogether() {
        FoldLint lint = lint(List.of("p", "p", "q", "q"), List.of("x", "x", "y", "z"), TWO_FOLDS);

        assertThat(lint.partedPatients()).isEmpty();
        assertThat(lint.partedCopies()).isEmpty();
    }

    @Test
    void namesPatientsOnBothSidesOfASplit() {
        FoldLint lint = lint(List.of("p", "q", "p", "r"), List.of("w", "x", "y", "z"), TWO_FOLDS);

        assertThat(lint.partedPatients())
                .contains("the folds have patients on both sides of a split: 1: p");
        assertThat(lint.partedCopies()).isEmpty();
    }

    @Test
    void namesCopiesOnBothSidesOfASplit() {
        FoldLint lint = lint(List.of("p", "q", "r", "s"), List.of("x", "y", "x", "z"), TWO_FOLDS);

        assertThat(lint.partedCopies())
                .contains(
                        "2 of 4 images have a byte-identical copy on the other side of a split, such as 0.png = 2.png");
    }

    @Test
    void theExampleIsOfTwoThatAreApart() {
        FoldLint lint = lint(List.of("p", "q", "r", "s"), List.of("x", "x", "x", "z"), TWO_FOLDS);

        assertThat(lint.partedCopies())
                .contains(
                        "3 of 4 images have a byte-identical copy on the other side of a split, such as 0.png = 2.png");
    }

    @Test
    void looksThroughEveryRepeat() {
        FoldLint lint =
                lint(
                        List.of("p", "p", "q", "q"),
                        List.of("x", "x", "y", "z"),
                        TWO_FOLDS,
                        new int[] {0, 1, 0, 1});

        assertThat(lint.partedPatients())
                .contains("the folds have patients on both sides of a split: 2: p, q");
        assertThat(lint.partedCopies()).isPresent();
    }

    @Test
    void passesOverWhatTheFoldsLeaveOut() {
        FoldLint lint =
                lint(
                        List.of("p", "p", "q", "q"),
                        List.of("x", "x", "y", "z"),
                        new int[] {0, -1, 1, 1});

        assertThat(lint.partedPatients()).isEmpty();
        assertThat(lint.partedCopies()).isEmpty();
    }

    private static FoldLint lint(List<String> patients, List<String> contents, int[]... foldOf) {
        List<Sample> samples =
                IntStream.range(0, patients.size())
                        .mapToObj(i -> Sample.withId(i + ".png").group(patients.get(i)).build())
                        .toList();
        return new FoldLint(
                new FoldPlan(samples.stream().map(Sample::id).toList(), 2, foldOf),
                samples,
                contents);
    }
}
