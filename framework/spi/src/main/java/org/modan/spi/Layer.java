/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

import ai.djl.ndarray.NDArray;
import java.util.Map;

/**
 * A differentiable map with named parameters.
 *
 * <p>Names are those a PyTorch {@code state_dict} would use ({@code layer1.0.conv1.weight}), so
 * that weight files need no mapping; this is why DJL's own blocks, which number their children, are
 * not used here. Arrays made in {@link #forward} need not be closed: the host closes all of a
 * step's.
 *
 * @since 1.0
 */
public interface Layer {

    /** All parameters and buffers, in {@code state_dict} order; the same objects on every call. */
    Map<String, Parameter> parameters();

    /** Applies the layer to a batch; the first axis is the batch. */
    NDArray forward(NDArray input, Mode mode);
}
