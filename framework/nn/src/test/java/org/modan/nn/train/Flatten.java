/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import org.modan.spi.Layer;
import org.modan.spi.Mode;
import org.modan.spi.Parameter;

/** {@code (N, C, H, W)} to {@code (N, C * H * W)}. */
final class Flatten implements Layer {

    @Override
    public Map<String, Parameter> parameters() {
        return Map.of();
    }

    @Override
    public NDArray forward(NDArray input, Mode mode) {
        return input.reshape(input.getShape().get(0), -1);
    }
}
