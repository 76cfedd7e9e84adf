/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import org.modan.spi.OptimizerSpec;
import org.modan.spi.Parameter;

/**
 * Stochastic gradient descent as {@code torch.optim.SGD} has it (dampening 0). With gradient {@code
 * g}, parameter {@code w}, weight decay {@code d}, momentum {@code m} and learning rate {@code r}:
 *
 * <pre>
 * g = g + d * w
 * v = m * v + g                          v starts at 0
 * w = w - r * v                          Nesterov: w = w - r * (g + m * v)
 * </pre>
 *
 * <p>The learning rate stays outside the momentum buffer, so that a schedule acts at once.
 * Sutskever et al., ICML 2013, Eq. 1-4, in PyTorch's arrangement.
 */
final class Sgd extends LeafOptimizer {

    private static final String BUFFER = "momentum_buffer.";

    private final double momentum;
    private final boolean nesterov;

    Sgd(OptimizerSpec spec, Map<String, Parameter> trainable, NDManager manager) {
        super(spec, trainable, manager);
        this.momentum = spec.momentum();
        this.nesterov = spec.nesterov();
        if (momentum != 0) {
            trainable.forEach((name, leaf) -> kept().addLike(BUFFER + name, leaf));
        }
    }

    @Override
    public void step(double learningRate) {
        leaves().update(
                        (name, values, gradient) -> {
                            try (NDArray change = change(name, gradient, learningRate)) {
                                values.subi(change);
                            }
                        });
    }

    private NDArray change(String name, NDArray gradient, double learningRate) {
        if (momentum == 0) {
            return gradient.mul(learningRate);
        }
        NDArray buffer = kept().get(BUFFER + name);
        buffer.muli(momentum).addi(gradient);
        if (!nesterov) {
            return buffer.mul(learningRate);
        }
        try (NDArray ahead = buffer.mul(momentum)) {
            return ahead.addi(gradient).mul(learningRate);
        }
    }
}
