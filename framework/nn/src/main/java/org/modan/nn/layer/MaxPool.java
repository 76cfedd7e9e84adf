/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import org.modan.spi.Layer;
import org.modan.spi.Mode;
import org.modan.spi.Parameter;

/**
 * The maximum of each square window of {@code (N, C, H, W)}; sizes round down.
 *
 * @since 1.0
 */
public final class MaxPool implements Layer {

    private final Shape kernel;
    private final Shape stride;
    private final Shape padding;

    public MaxPool(int kernel, int stride, int padding) {
        this.kernel = new Shape(kernel, kernel);
        this.stride = new Shape(stride, stride);
        this.padding = new Shape(padding, padding);
    }

    @Override
    public Map<String, Parameter> parameters() {
        return Map.of();
    }

    @Override
    public NDArray forward(NDArray input, Mode mode) {
        return input.getNDArrayInternal().maxPool(kernel, stride, padding, false);
    }
}
