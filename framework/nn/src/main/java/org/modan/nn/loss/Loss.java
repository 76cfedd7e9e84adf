/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.loss;

import ai.djl.ndarray.NDArray;
import org.modan.spi.Targets;

/**
 * A differentiable measure of how bad a batch's outputs are.
 *
 * @since 1.0
 */
@FunctionalInterface
public interface Loss {

    /**
     * The loss of one batch of {@code V} views of {@code N} images.
     *
     * @param outputs shape {@code (V * N, d)}, float32 or float64; row {@code v * N + i} is view
     *     {@code v} of image {@code i}
     * @param targets what is known of the {@code N} images
     * @return a scalar of the outputs' type
     */
    NDArray of(NDArray outputs, Targets targets);
}
