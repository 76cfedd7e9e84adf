/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.modan.spi.Layer;
import org.modan.spi.Mode;
import org.modan.spi.Parameter;

/**
 * {@code y = x W^T + b}: {@code (N, in)} to {@code (N, out)}, with {@code W} of shape {@code (out,
 * in)}; both start as in {@code torch.nn.Linear}, see {@link Initializers#uniformFanIn}.
 *
 * @since 1.0
 */
public final class Linear implements Layer {

    private final Parameter weight;
    private final Parameter bias;
    private final Map<String, Parameter> parameters;

    public Linear(int inputs, int outputs) {
        weight =
                Parameter.weight(
                        new Shape(outputs, inputs),
                        Initializers.uniformFanIn(Math.multiplyExact(outputs, inputs), inputs));
        bias = Parameter.weight(new Shape(outputs), Initializers.uniformFanIn(outputs, inputs));
        Map<String, Parameter> named = new LinkedHashMap<>();
        named.put("weight", weight);
        named.put("bias", bias);
        parameters = Collections.unmodifiableMap(named);
    }

    @Override
    public Map<String, Parameter> parameters() {
        return parameters;
    }

    @Override
    public NDArray forward(NDArray input, Mode mode) {
        return ai.djl.nn.core.Linear.linear(input, weight.array(), bias.array()).singletonOrThrow();
    }
}
