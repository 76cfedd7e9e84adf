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
        FoldLint lint = lint(List.of("p", "p", "q", "q"), TWO_FOLDS);

        assertThat(lint.partedPatients()).isEmpty();
        assertThat(lint.partedCopies(List.of("x", "x", "y", "z"))).isEmpty();
    }

    @Test
    void namesPatientsOnBothSidesOfASplit() {
        FoldLint lint = lint(List.of("p", "q", "p", "r"), TWO_FOLDS);

        assertThat(lint.partedPatients())
                .contains("the folds have patients on both sides of a split: 1: p");
        assertThat(lint.partedCopies(List.of("w", "x", "y", "z"))).isEmpty();
    }

    @Test
    void namesCopiesOnBothSidesOfASplit() {
        FoldLint lint = lint(List.of("p", "q", "r", "s"), TWO_FOLDS);

        assertThat(lint.partedCopies(List.of("x", "y", "x", "z")))
                .contains(
                        "2 of 4 images have a byte-identical copy on the other side of a split, such as 0.png = 2.png");
    }

    @Test
    void theExampleIsOfTwoThatAreApart() {
        FoldLint lint = lint(List.of("p", "q", "r", "s"), TWO_FOLDS);

        assertThat(lint.partedCopies(List.of("x", "x", "x", "z")))
                .contains(
                        "3 of 4 images have a byte-identical copy on the other side of a split, such as 0.png = 2.png");
    }

    @Test
    void looksThroughEveryRepeat() {
        FoldLint lint = lint(List.of("p", "p", "q", "q"), TWO_FOLDS, new int[] {0, 1, 0, 1});

        assertThat(lint.partedPatients())
                .contains("the folds have patients on both sides of a split: 2: p, q");
        assertThat(lint.partedCopies(List.of("x", "x", "y", "z"))).isPresent();
    }

    @Test
    void passesOverWhatTheFoldsLeaveOut() {
        FoldLint lint = lint(List.of("p", "p", "q", "q"), new int[] {0, -1, 1, 1});

        assertThat(lint.partedPatients()).isEmpty();
        assertThat(lint.partedCopies(List.of("x", "x", "y", "z"))).isEmpty();
    }

    private static FoldLint lint(List<String> patients, int[]... foldOf) {
        List<Sample> samples =
                IntStream.range(0, patients.size())
                        .mapToObj(i -> Sample.withId(i + ".png").group(patients.get(i)).build())
                        .toList();
        return new FoldLint(
                new FoldPlan(samples.stream().map(Sample::id).toList(), 2, foldOf), samples);
    }
}
