/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.results;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.modan.runtime.statistics.Interval;

/**
 * What a test of an arm against its reference came to. All differences are the arm's value minus
 * the reference's.
 *
 * @param name of the test that was done, or that could not be done
 * @param n how many differences there are: of folds or of repeats
 * @param mean of the arm
 * @param referenceMean of the reference, on the same folds
 * @param difference {@code mean - referenceMean}
 * @param interval of 95%
 * @param p of the alternative that was asked for; empty if the test is impossible
 * @param twoSidedP the same test's two-sided p-value
 * @param effect rank-biserial correlation of the differences, -1 to 1
 * @param shift Hodges-Lehmann estimate, where the test is one of ranks
 * @param notes why something is empty, and what else must be known
 */
public record ArmTest(
        String name,
        int n,
        OptionalDouble mean,
        OptionalDouble referenceMean,
        OptionalDouble difference,
        Optional<Interval> interval,
        OptionalDouble p,
        OptionalDouble twoSidedP,
        OptionalDouble effect,
        OptionalDouble shift,
        List<String> notes) {

    public ArmTest {
        requireNonNull(name, "name is null");
        notes = List.copyOf(notes);
    }

    /** Nothing could be computed. */
    static ArmTest none(String name, String reason) {
        return new ArmTest(
                name,
                0,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                List.of(reason));
    }

    ArmTest withFirstNote(String note) {
        return new ArmTest(
                name,
                n,
                mean,
                referenceMean,
                difference,
                interval,
                p,
                twoSidedP,
                effect,
                shift,
                Stream.concat(Stream.of(note), notes.stream()).toList());
    }
}
