/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.stored;

import java.util.OptionalDouble;

/**
 * A row of comparisons.csv: one arm against the reference on one task.
 *
 * @param difference of the arm's mean to the reference's; above 0 the arm is higher
 * @param low lower end of the difference's 95% interval
 * @param high upper end of it
 * @param test the test that gave {@code p}
 * @param alternative what {@code p} is evidence for, such as {@code two-sided}
 * @param p of this comparison alone
 * @param twoSided the same test's two-sided p
 * @param holm {@code p} after Holm's correction within the declared family
 * @param patientsLow lower end of the difference's 95% interval over patients drawn anew
 * @param patientsHigh upper end of it
 * @param note what else must be known; empty if nothing
 */
public record ComparisonLine(
        String task,
        String evaluator,
        String metric,
        String arm,
        String reference,
        OptionalDouble difference,
        OptionalDouble low,
        OptionalDouble high,
        String test,
        String alternative,
        OptionalDouble p,
        OptionalDouble twoSided,
        OptionalDouble holm,
        OptionalDouble patientsLow,
        OptionalDouble patientsHigh,
        String note) {

    /** The alternative that asks for no direction. */
    public static final String TWO_SIDED = "two-sided";

    static ComparisonLine of(CsvFile.Line line) {
        return new ComparisonLine(
                line.text("dataset"),
                line.text("evaluator"),
                line.text("metric"),
                line.text("arm"),
                line.text("reference"),
                line.number("difference"),
                line.number("ci_low"),
                line.number("ci_high"),
                line.text("test"),
                line.text("alternative"),
                line.number("p"),
                line.number("two_sided_p"),
                line.number("p_holm"),
                line.number("patients_low"),
                line.number("patients_high"),
                line.text("note"));
    }

    /** Whether there is an interval to speak of. */
    public boolean hasInterval() {
        return low.isPresent() && high.isPresent();
    }

    /** Whether patients could be drawn anew. */
    public boolean hasPatientInterval() {
        return patientsLow.isPresent() && patientsHigh.isPresent();
    }

    /** Whether the interval says nothing of the sign. */
    public boolean holdsZero() {
        return hasInterval() && low.getAsDouble() <= 0 && high.getAsDouble() >= 0;
    }
}
