/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.modan.spi.Layer;
import org.modan.spi.Parameter;

/**
 * Takes a layer's arrays out of differentiation while it is open. Whether a thread records when no
 * collector is open depends on which thread loaded the engine, so inference must not rely on it.
 */
final class NoDifferentiation implements AutoCloseable {

    private final List<NDArray> arrays;

    NoDifferentiation(Layer layer) {
        arrays =
                layer.parameters().values().stream()
                        .map(Parameter::array)
                        .filter(NDArray::hasGradient)
                        .toList();
        arrays.forEach(array -> array.setRequiresGradient(false));
    }

    @Override
    public void close() {
        arrays.forEach(array -> array.setRequiresGradient(true));
    }
}
