/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modan.spi.ModanException;
import org.modan.spi.Sample;
import org.modan.spi.Seed;

class FoldPlannerTest {

    private static final List<String> CLASSES = List.of("benign", "malignant");
    private static final Seed SEED = new Seed(7);

    private final FoldPlanner planner = new FoldPlanner();

    @Test
    void everySampleIsTestedExactlyOnceInEveryRepeat() {
        FoldPlan plan = plan(ungrouped(103, 41), 5, 3, true);

        for (int repeat = 0; repeat < 3; repeat++) {
            List<Integer> tested = new ArrayList<>();
            for (int fold = 0; fold < 5; fold++) {
                int[] test = plan.test(repeat, fold);
                int[] train = plan.train(repeat, fold);
                assertThat(train).doesNotContain(test).hasSize(144 - test.length);
                IntStream.of(test).forEach(tested::add);
            }
            assertThat(tested).hasSize(144).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 7, 10})
    void withoutGroupsTheFoldsOfEachClassDifferByAtMostOne(int folds) {
        List<Sample> samples = ungrouped(103, 41);

        FoldPlan plan = plan(samples, folds, 1, true);

        for (int label = 0; label < 2; label++) {
            int wanted = label;
            List<Long> counts =
                    IntStream.range(0, folds)
                            .mapToObj(
                                    fold ->
                                            IntStream.of(plan.test(0, fold))
                                                    .filter(i -> label(samples, i) == wanted)
                                                    .count())
                            .toList();
            assertThat(Collections.max(counts) - Collections.min(counts)).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void aPatientIsNeverInTwoFolds() {
        List<Sample> samples = grouped(60, 4);

        FoldPlan plan = plan(samples, 5, 4, true);

        for (int repeat = 0; repeat < 4; repeat++) {
            int r = repeat;
            Map<String, Set<Integer>> foldsOfGroup =
                    IntStream.range(0, samples.size())
                            .boxed()
                            .collect(
                                    Collectors.groupingBy(
                                            i -> samples.get(i).group().orElseThrow(),
                                            Collectors.mapping(
                                                    i -> plan.foldOf(r, i), Collectors.toSet())));
            assertThat(foldsOfGroup).hasSize(60);
            assertThat(foldsOfGroup.values()).allSatisfy(folds -> assertThat(folds).hasSize(1));
        }
    }

    @Test
    void withGroupsTheShareOfPositivesStaysCloseInEveryFold() {
        List<Sample> samples = grouped(200, 5);
        double overall =
                samples.stream().mapToInt(s -> s.label().orElseThrow()).average().orElse(0);

        FoldPlan plan = plan(samples, 5, 1, true);

        for (int fold = 0; fold < 5; fold++) {
            double share =
                    IntStream.of(plan.test(0, fold))
                            .map(i -> label(samples, i))
                            .average()
                            .orElseThrow();
            assertThat(share).isBetween(overall - 0.02, overall + 0.02);
        }
    }

    @Test
    void theOrderOfTheSamplesDoesNotMatter() {
        List<Sample> samples = grouped(40, 3);
        List<Sample> shuffled = new ArrayList<>(samples);
        Collections.shuffle(shuffled, new Random(1));

        assertThat(foldById(plan(shuffled, 5, 2, true), shuffled, 1))
                .isEqualTo(foldById(plan(samples, 5, 2, true), samples, 1));
    }

    @Test
    void thePaperKeepsOnePartitionForAllRepeats() {
        List<Sample> samples = ungrouped(50, 30);

        FoldPlan plan = plan(samples, 5, 3, false);

        assertThat(plan.digest(1)).isEqualTo(plan.digest(0));
        assertThat(plan.digest(2)).isEqualTo(plan.digest(0));
    }

    @Test
    void theRigorousProfileRedrawsForEveryRepeat() {
        FoldPlan plan = plan(ungrouped(50, 30), 5, 3, true);

        assertThat(Set.of(plan.digest(0), plan.digest(1), plan.digest(2))).hasSize(3);
    }

    @Test
    void moreRepeatsDoNotChangeTheFirstOnes() {
        List<Sample> samples = ungrouped(50, 30);

        assertThat(plan(samples, 5, 1, true).digest(0))
                .isEqualTo(plan(samples, 5, 10, true).digest(0));
    }

    @Test
    void anotherSeedGivesAnotherPartition() {
        List<Sample> samples = ungrouped(50, 30);

        assertThat(planner.plan("t", samples, CLASSES, 5, 1, true, new Seed(8)).digest(0))
                .isNotEqualTo(plan(samples, 5, 1, true).digest(0));
    }

    @Test
    void refusesFewerImagesOfAClassThanFoldsAndNamesTheLargestPossible() {
        assertThatThrownBy(() -> plan(ungrouped(50, 3), 5, 1, true))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        "tasks.busi: class malignant has 3 images, too few for 5 folds; set protocol.folds to at most 3");
    }

    @Test
    void countsPatientsNotImagesWhereThereArePatients() {
        List<Sample> samples = new ArrayList<>(ungrouped(50, 0));
        for (int i = 0; i < 20; i++) {
            samples.add(Sample.withId("m" + i).group("p" + i % 2).label(1).build());
        }

        assertThatThrownBy(() -> plan(samples, 5, 1, true))
                .hasMessage(
                        "tasks.busi: class malignant has 2 patients, too few for 5 folds; set protocol.folds to at most 2");
    }

    @Test
    void onePatientCannotBeTrainedAndTestedOn() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            samples.add(Sample.withId("m" + i).group("p").label(i % 2).build());
        }

        assertThatThrownBy(() -> plan(samples, 5, 1, true))
                .hasMessage(
                        "tasks.busi: class benign has 1 patient, too few for 5 folds; to be trained and tested on, a class needs two: add some, or leave the task out");
    }

    @Test
    void refusesATaskOfOneClass() {
        assertThatThrownBy(() -> plan(ungrouped(50, 0), 5, 1, true))
                .hasMessage(
                        "tasks.busi: no image of class malignant; a task needs both of benign and malignant");
    }

    @Test
    void aPatientCalledLikeAnImageIsNotThatImage() {
        List<Sample> samples = new ArrayList<>(ungrouped(20, 20));
        samples.add(Sample.withId("x").group("benign-3").label(1).build());

        FoldPlan plan = plan(samples, 2, 1, true);

        assertThat(plan.test(0, 0).length + plan.test(0, 1).length).isEqualTo(41);
    }

    private FoldPlan plan(List<Sample> samples, int folds, int repeats, boolean redraw) {
        return planner.plan("tasks.busi", samples, CLASSES, folds, repeats, redraw, SEED);
    }

    private static Map<String, Integer> foldById(FoldPlan plan, List<Sample> samples, int repeat) {
        return IntStream.range(0, samples.size())
                .boxed()
                .collect(Collectors.toMap(i -> samples.get(i).id(), i -> plan.foldOf(repeat, i)));
    }

    private static int label(List<Sample> samples, int index) {
        return samples.get(index).label().orElseThrow();
    }

    private static List<Sample> ungrouped(int benign, int malignant) {
        List<Sample> samples = new ArrayList<>();
        Function<String, Sample.Builder> named = Sample::withId;
        for (int i = 0; i < benign; i++) {
            samples.add(named.apply("benign-" + i).label(0).build());
        }
        for (int i = 0; i < malignant; i++) {
            samples.add(named.apply("malignant-" + i).label(1).build());
        }
        return samples;
    }

    /** Patients of 1 to {@code most} images, a third of them malignant. */
    private static List<Sample> grouped(int patients, int most) {
        List<Sample> samples = new ArrayList<>();
        for (int patient = 0; patient < patients; patient++) {
            for (int image = 0; image <= patient % most; image++) {
                samples.add(
                        Sample.withId("p%d-%d".formatted(patient, image))
                                .group("p" + patient)
                                .label(patient % 3 == 0 ? 1 : 0)
                                .build());
            }
        }
        return samples;
    }
}
