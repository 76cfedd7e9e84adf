/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.layer;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import org.modan.spi.Layer;
import org.modan.spi.Mode;
import org.modan.spi.Parameter;

/**
 * Layers one after another; parameters are named by position, as in {@code 2.weight}.
 *
 * @since 1.0
 */
public final class Sequential implements Layer {

    private final List<Layer> layers;
    private final Map<String, Parameter> parameters;

    private Sequential(List<Layer> layers) {
        this.layers = List.copyOf(layers);
        NamedLayers children = new NamedLayers();
        for (int i = 0; i < layers.size(); i++) {
            children.add(Integer.toString(i), layers.get(i));
        }
        parameters = children.parameters();
    }

    public static Sequential of(Layer... layers) {
        return new Sequential(List.of(layers));
    }

    public static Sequential of(List<? extends Layer> layers) {
        return new Sequential(List.copyOf(layers));
    }

    @Override
    public Map<String, Parameter> parameters() {
        return parameters;
    }

    @Override
    public NDArray forward(NDArray input, Mode mode) {
        Chain chain = new Chain(input, mode);
        for (Layer layer : layers) {
            chain.through(layer);
        }
        return chain.output();
    }
}
