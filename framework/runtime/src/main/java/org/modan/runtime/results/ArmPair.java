/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.results;

import static java.util.Objects.requireNonNull;

import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.modan.runtime.metrics.MetricName;
import org.modan.runtime.results.MeasuredArms.Arm;
import org.modan.runtime.statistics.Alternative;

/** An arm beside its reference, in one metric at one place. */
record ArmPair(MetricName metric, Arm arm, Arm reference) {

    ArmPair {
        requireNonNull(metric, "metric is null");
        requireNonNull(arm, "arm is null");
        requireNonNull(reference, "reference is null");
    }

    /**
     * Compares them on the folds that both have.
     *
     * @param sharesFolds whether all repeats have one partition
     * @param alternative of the arm over the reference
     * @return with the reason where no test is possible
     */
    ArmTest test(ProfileTest test, boolean sharesFolds, Alternative alternative) {
        if (arm.cells().equals(reference.cells())) {
            return ArmTest.none(test.word(), "the reference is the same cells");
        }
        PairedFolds folds = folds();
        if (folds.folds().isEmpty()) {
            return ArmTest.none(
                    test.word(), "no fold has %s of both arms".formatted(metric.text()));
        }
        if (foldsDiffer()) {
            return ArmTest.none(
                    test.word(), "the arms were tested on different folds: they are no pairs");
        }
        PairedFolds distinct = folds.withoutCopies();
        if (distinct.repeats() < folds.repeats()) {
            return test.of(distinct, alternative)
                    .withFirstNote(
                            "all %d repeats have the same values and count as one"
                                    .formatted(folds.repeats()));
        }
        if (test == ProfileTest.CORRECTED_RESAMPLED_T && sharesFolds && folds.repeats() > 1) {
            return test.of(folds.meansOverRepeats(), alternative)
                    .withFirstNote(
                            "the folds are listed, the same in all %d repeats: each counts once, with the mean of its repeats"
                                    .formatted(folds.repeats()));
        }
        return test.of(folds, alternative);
    }

    /**
     * Where they are compared on some of the folds only, in words.
     *
     * @param expected folds of all repeats
     */
    Optional<String> missing(int expected) {
        int both = folds().folds().size();
        if (both == 0 || both >= expected) {
            return Optional.empty();
        }
        return Optional.of(
                "on %d of %d folds: the arm has %d%s, the reference %d%s"
                        .formatted(
                                both,
                                expected,
                                mine().size(),
                                failures(arm),
                                theirs().size(),
                                failures(reference)));
    }

    private PairedFolds folds() {
        return PairedFolds.of(mine(), theirs());
    }

    private SortedMap<PairedFolds.Key, ResultRow> mine() {
        return arm.folds(metric);
    }

    private SortedMap<PairedFolds.Key, ResultRow> theirs() {
        return reference.folds(metric);
    }

    /** Parts of other sizes are other parts: variants of a matrix may differ in their folds. */
    private boolean foldsDiffer() {
        return mine().entrySet().stream()
                .filter(entry -> theirs().containsKey(entry.getKey()))
                .anyMatch(
                        entry -> {
                            ResultRow own = entry.getValue();
                            ResultRow other = theirs().get(entry.getKey());
                            return !Objects.equals(own.testSize(), other.testSize())
                                    || !Objects.equals(own.trainSize(), other.trainSize());
                        });
    }

    private static String failures(Arm arm) {
        return arm.failedCells() == 0 ? "" : " (failed cells: %d)".formatted(arm.failedCells());
    }
}
