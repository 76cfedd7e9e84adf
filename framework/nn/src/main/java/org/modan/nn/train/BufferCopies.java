/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import ai.djl.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.Map;
import org.modan.spi.Layer;
import org.modan.spi.Parameter;

/** Until it is closed, a layer's buffers are copies: what moves is forgotten afterwards. */
final class BufferCopies implements AutoCloseable {

    private final Map<Parameter, NDArray> originals = new LinkedHashMap<>();

    BufferCopies(Layer layer) {
        for (Parameter parameter : layer.parameters().values()) {
            if (!parameter.trainable()) {
                NDArray original = parameter.array();
                originals.put(parameter, original);
                parameter.bind(original.duplicate());
            }
        }
    }

    @Override
    public void close() {
        originals.forEach(
                (parameter, original) -> {
                    parameter.array().close();
                    parameter.bind(original);
                });
    }
}
