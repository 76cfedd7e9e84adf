/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDScope;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import org.modan.nn.layer.Host;
import org.modan.spi.Parameter;

/**
 * The length of the gradient of all parameters together, and its clipping, as {@code
 * torch.nn.utils.clip_grad_norm_} has it. With {@code g} all gradients as one vector and {@code c}
 * the greatest length wanted:
 *
 * <pre>
 * |g| = sqrt( sum_i g_i^2 )
 * g   = g * min(1, c / (|g| + 1e-6))
 * </pre>
 *
 * <p>Pascanu et al., "On the difficulty of training recurrent neural networks", ICML 2013,
 * Algorithm 1.
 */
final class GradientNorm {

    private static final double GUARD = 1e-6;

    private final List<Parameter> parameters;
    private final OptionalDouble longest;

    /**
     * @param trainable already initialised
     * @param longest what longer gradients are scaled down to; empty to leave them as they are
     */
    GradientNorm(Collection<Parameter> trainable, OptionalDouble longest) {
        this.parameters = List.copyOf(trainable);
        this.longest = longest;
    }

    /**
     * Clips, if it was asked for.
     *
     * @return {@code |g|} before clipping; where that is not finite the gradients are as they were
     */
    double measureAndClip() {
        double norm = measure();
        if (longest.isPresent() && Double.isFinite(norm)) {
            double factor = longest.getAsDouble() / (norm + GUARD);
            if (factor < 1) {
                scale(factor);
            }
        }
        return norm;
    }

    /** One number is read from the device, whatever the number of parameters. */
    private double measure() {
        try (NDScope scope = new NDScope()) {
            NDList norms = new NDList();
            for (Parameter parameter : parameters) {
                norms.add(parameter.array().getGradient().norm());
            }
            return Host.number(NDArrays.stack(norms).norm());
        }
    }

    private void scale(double factor) {
        for (Parameter parameter : parameters) {
            try (NDArray gradient = parameter.array().getGradient()) {
                gradient.muli(factor);
            }
        }
    }
}
