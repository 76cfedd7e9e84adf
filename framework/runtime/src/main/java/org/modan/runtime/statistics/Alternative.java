/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.statistics;

/**
 * What is tested against "no difference", in the words of SciPy: of paired values {@code first -
 * second}.
 */
public enum Alternative {
    /** The differences lie elsewhere than around zero. */
    TWO_SIDED,
    /** The first tends to be greater than the second. */
    GREATER,
    /** The first tends to be less than the second. */
    LESS;

    /** The same alternative of {@code second - first}. */
    public Alternative reversed() {
        return switch (this) {
            case TWO_SIDED -> TWO_SIDED;
            case GREATER -> LESS;
            case LESS -> GREATER;
        };
    }

    /**
     * The p-value of this alternative.
     *
     * @param lower probability of what was seen or less, if there is no difference
     * @param upper probability of what was seen or more
     */
    double p(double lower, double upper) {
        return Math.min(
                1,
                switch (this) {
                    case TWO_SIDED -> 2 * Math.min(lower, upper);
                    case GREATER -> upper;
                    case LESS -> lower;
                });
    }
}
