/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.cost;

/**
 * How long this machine takes for one image of a batch.
 *
 * @param training seconds for forward, backward and the optimiser's step; more than 0
 * @param inference seconds for forward alone; more than 0
 */
public record StepTimes(double training, double inference) {

    public StepTimes {
        if (!(training > 0) || !(inference > 0)) {
            throw new IllegalArgumentException(
                    "%s s training, %s s inference".formatted(training, inference));
        }
    }
}
