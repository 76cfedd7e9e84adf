/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.summary;

import java.util.OptionalDouble;

/**
 * What an arm came to on a task in one metric.
 *
 * @param mean over repeats of the mean over folds; empty if nothing was measured
 * @param spread sample standard deviation: of the repeats' means or, with one repeat, of its folds
 * @param repeats that were measured
 * @param folds scores that went in
 */
public record Standing(OptionalDouble mean, OptionalDouble spread, int repeats, int folds) {

    /** Of an arm that was not measured. */
    public static Standing none() {
        return new Standing(OptionalDouble.empty(), OptionalDouble.empty(), 0, 0);
    }
}
