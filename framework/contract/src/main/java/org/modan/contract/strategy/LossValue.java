/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.strategy;

import java.util.Arrays;
import org.modan.contract.ContractViolation;

/**
 * The loss of one batch and its gradient.
 *
 * @param gradient in the outputs, row-major
 */
record LossValue(double loss, float[] gradient) {

    private boolean hasSameBitsAs(LossValue other) {
        return Double.compare(loss, other.loss) == 0 && Arrays.equals(gradient, other.gradient);
    }

    /**
     * @param when completes "the loss is ... for"
     * @param consequence of a difference, and what to do
     * @throws ContractViolation if a bit of the other is another
     */
    void requireSame(LossValue other, String when, String consequence) {
        if (!hasSameBitsAs(other)) {
            throw new ContractViolation(
                    "the loss is %s, but %s for %s%s: %s"
                            .formatted(
                                    loss,
                                    other.loss,
                                    when,
                                    loss == other.loss ? ", with another gradient" : "",
                                    consequence));
        }
    }

    boolean isFinite() {
        if (!Double.isFinite(loss)) {
            return false;
        }
        for (float value : gradient) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /** The largest absolute value of the gradient. */
    double steepest() {
        double largest = 0;
        for (float value : gradient) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
