/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.results;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.modan.runtime.metrics.MetricName;
import org.modan.runtime.statistics.Alternative;
import org.modan.runtime.statistics.Interval;

/**
 * One row of comparisons.csv: an arm against its reference.
 *
 * @param alternative that was tested, of the reference's value over the arm's
 * @param test what it came to
 * @param adjustedP by Holm, within the comparisons of the primary metric on one dataset with one
 *     evaluator; empty of other metrics
 * @param patients 95% interval of the difference under resampling of patients; empty where it was
 *     not computed
 * @param notes everything that must be known of the row
 */
public record Comparison(
        String dataset,
        String evaluator,
        MetricName metric,
        String arm,
        String reference,
        Alternative alternative,
        ArmTest test,
        OptionalDouble adjustedP,
        Optional<Interval> patients,
        List<String> notes) {

    public Comparison {
        requireNonNull(dataset, "dataset is null");
        requireNonNull(evaluator, "evaluator is null");
        requireNonNull(metric, "metric is null");
        requireNonNull(arm, "arm is null");
        requireNonNull(reference, "reference is null");
        requireNonNull(alternative, "alternative is null");
        requireNonNull(test, "test is null");
        requireNonNull(patients, "patients is null");
        notes = List.copyOf(notes);
    }

    /** Which arm is said to be greater: {@code reference greater}. */
    public String alternativeText() {
        return switch (alternative) {
            case TWO_SIDED -> "two-sided";
            case GREATER -> "reference greater";
            case LESS -> "reference less";
        };
    }

    Comparison withAdjustedP(double p) {
        return new Comparison(
                dataset,
                evaluator,
                metric,
                arm,
                reference,
                alternative,
                test,
                OptionalDouble.of(p),
                patients,
                notes);
    }

    Comparison withPatients(Optional<Interval> interval, Optional<String> note) {
        return new Comparison(
                dataset,
                evaluator,
                metric,
                arm,
                reference,
                alternative,
                test,
                adjustedP,
                interval,
                Stream.concat(notes.stream(), note.stream()).toList());
    }
}
