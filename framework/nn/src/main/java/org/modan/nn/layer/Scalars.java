/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.layer;

import ai.djl.ndarray.NDArray;

/**
 * Numbers that take part in differentiation.
 *
 * @since 1.0
 */
public final class Scalars {

    private Scalars() {}

    /**
     * A scalar that backward may rely on: to be used instead of DJL's {@code x.div(0.07)} and
     * {@code x.mul(2)} wherever {@code x} is differentiated.
     *
     * <p>DJL makes an array of such a number on memory of Java's, and drops that memory when the
     * operation returns; but automatic differentiation keeps the array for the backward pass. If
     * the garbage collector runs in between, the gradient is computed with whatever lies there by
     * then. This scalar lies in the engine's own memory, which the graph keeps alive.
     *
     * @param array whose type, device and manager the scalar shares
     */
    public static NDArray like(NDArray array, double value) {
        try (NDArray borrowed = array.getManager().create(value);
                NDArray converted = borrowed.toType(array.getDataType(), false)) {
            // toType() and its copy flag give the same memory back where the type is the same.
            return converted.duplicate();
        }
    }
}
