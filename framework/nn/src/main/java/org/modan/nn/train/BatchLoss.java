/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import ai.djl.ndarray.NDArray;
import java.util.OptionalDouble;

/**
 * The loss of one batch; what it compares the outputs with is its own affair.
 *
 * @since 1.0
 */
@FunctionalInterface
public interface BatchLoss {

    /**
     * @param outputs what the network gave, shape {@code (V * N, k)}, row {@code v * N + i} of view
     *     {@code v} of image {@code i}
     * @param indices of the {@code N} images in the training's image set
     * @return a scalar of the outputs' type, differentiable in {@code outputs}; arrays made on the
     *     way are closed by the caller's scope
     */
    NDArray loss(NDArray outputs, int[] indices);

    /**
     * How many positives a view has in a batch, on average over its images, the image's own other
     * views among them; empty for a loss without positives. A batch of a training either always has
     * such a number or never.
     */
    default OptionalDouble positivesPerAnchor(int[] indices) {
        return OptionalDouble.empty();
    }
}
