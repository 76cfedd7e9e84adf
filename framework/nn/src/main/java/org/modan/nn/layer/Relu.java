/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import java.util.Map;
import org.modan.spi.Layer;
import org.modan.spi.Mode;
import org.modan.spi.Parameter;

/**
 * {@code max(x, 0)}, elementwise.
 *
 * @since 1.0
 */
public final class Relu implements Layer {

    @Override
    public Map<String, Parameter> parameters() {
        return Map.of();
    }

    @Override
    public NDArray forward(NDArray input, Mode mode) {
        return Activation.relu(input);
    }
}
