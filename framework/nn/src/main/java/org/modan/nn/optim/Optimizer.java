/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.optim;

import ai.djl.ndarray.NDArray;
import java.util.Map;

/**
 * Changes parameters along their gradients. Used outside a gradient collector.
 *
 * <p>A parameter without a gradient is stepped as if its gradient were zero.
 *
 * @since 1.0
 */
public interface Optimizer {

    /** One step with the gradients there are; they are left as they were. */
    void step(double learningRate);

    /** Sets every gradient to zero, also one that is not a number. */
    void zeroGradients();

    /**
     * All that must be kept beside the parameters to continue exactly; live arrays, in a fixed
     * order, named by kind and parameter: {@code momentum_buffer.conv1.weight}.
     */
    Map<String, NDArray> state();

    /**
     * Continues from a copy of what {@link #state} gave; it is copied once more.
     *
     * @throws IllegalArgumentException if names or shapes differ from this optimiser's
     */
    void restore(Map<String, NDArray> state);
}
