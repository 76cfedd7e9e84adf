/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom.body;

import static java.util.Objects.requireNonNull;

import java.util.random.RandomGenerator;

/**
 * How one patient differs from the next, and one slice of a patient a little from another. Values
 * are drawn in the order they are asked for, so a view must ask in the same order each time.
 */
public final class Variation {

    private static final double SLICE_SHARE = 0.2;

    private final RandomGenerator patient;
    private final RandomGenerator slice;

    /**
     * @param patient starts from the same seed for all images of a patient
     * @param slice starts from a seed of this image alone
     */
    public Variation(RandomGenerator patient, RandomGenerator slice) {
        this.patient = requireNonNull(patient, "patient is null");
        this.slice = requireNonNull(slice, "slice is null");
    }

    /** A length, position or angle: uniform within a spread of a middle value. */
    public double vary(double middle, double spread) {
        double own = 2 * patient.nextDouble() - 1;
        double here = 2 * slice.nextDouble() - 1;
        return middle + spread * ((1 - SLICE_SHARE) * own + SLICE_SHARE * here);
    }

    /** Either -1 or 1, a patient's own. */
    public int side() {
        return patient.nextBoolean() ? 1 : -1;
    }

    /** Randomness of this patient, for structures that are the same in every slice. */
    public RandomGenerator patient() {
        return patient;
    }
}
