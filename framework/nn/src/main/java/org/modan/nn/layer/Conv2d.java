/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import org.modan.spi.Layer;
import org.modan.spi.Mode;
import org.modan.spi.Parameter;

/**
 * A convolution without bias, since batch normalisation follows it: {@code (N, in, H, W)} to {@code
 * (N, out, H', W')} with {@code H' = (H + 2 * padding - kernel) / stride + 1}.
 *
 * @since 1.0
 */
public final class Conv2d implements Layer {

    private static final Shape UNDILATED = new Shape(1, 1);

    private final Parameter weight;
    private final Shape stride;
    private final Shape padding;
    private final Map<String, Parameter> parameters;

    /**
     * A square kernel of shape {@code (outputs, inputs, kernel, kernel)}, started by {@link
     * Initializers#heNormalFanOut}.
     */
    public Conv2d(int inputs, int outputs, int kernel, int stride, int padding) {
        Shape shape = new Shape(outputs, inputs, kernel, kernel);
        this.weight =
                Parameter.weight(
                        shape,
                        Initializers.heNormalFanOut(
                                Math.toIntExact(shape.size()), outputs * kernel * kernel));
        this.stride = new Shape(stride, stride);
        this.padding = new Shape(padding, padding);
        this.parameters = Map.of("weight", weight);
    }

    @Override
    public Map<String, Parameter> parameters() {
        return parameters;
    }

    @Override
    public NDArray forward(NDArray input, Mode mode) {
        return ai.djl.nn.convolutional.Conv2d.conv2d(
                        input, weight.array(), null, stride, padding, UNDILATED)
                .singletonOrThrow();
    }
}
