/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Which of the things in a training checkpoint is read.
 *
 * @param name of the dictionary whose tensors are taken; a dot is between one and another in it
 * @param leftOut the other names under which there are tensors, such as those of a moving average
 */
public record WeightPart(String name, List<String> leftOut) {

    public WeightPart {
        requireNonNull(name, "name is null");
        leftOut = List.copyOf(leftOut);
    }

    /** A clause: {@code taken from model; model_ema left out}. */
    @Override
    public String toString() {
        return leftOut.isEmpty()
                ? "taken from " + name
                : "taken from %s; %s left out"
                        .formatted(name, Names.listed(leftOut, ", ", " and %d more"));
    }
}
