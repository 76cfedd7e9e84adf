/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.layer;

import ai.djl.ndarray.NDArray;
import org.modan.spi.Layer;
import org.modan.spi.Mode;

/**
 * An input on its way through layers. Each intermediate array is let go as soon as the next exists:
 * automatic differentiation keeps what it needs itself, and without this a step would hold every
 * activation to its end, evaluation included.
 */
final class Chain {

    private final NDArray input;
    private final Mode mode;
    private NDArray current;

    Chain(NDArray input, Mode mode) {
        this.input = input;
        this.mode = mode;
        this.current = input;
    }

    Chain through(Layer layer) {
        NDArray next = layer.forward(current, mode);
        if (current != input && current != next) {
            current.close();
        }
        current = next;
        return this;
    }

    NDArray output() {
        return current;
    }
}
