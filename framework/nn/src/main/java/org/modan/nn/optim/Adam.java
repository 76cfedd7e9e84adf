/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import org.modan.nn.layer.Host;
import org.modan.spi.OptimizerSpec;
import org.modan.spi.Parameter;

/**
 * Adam as {@code torch.optim.Adam} has it. With gradient {@code g}, parameter {@code w}, weight
 * decay {@code d}, learning rate {@code r} and step {@code t} from 1:
 *
 * <pre>
 * g = g + d * w
 * m = b1 * m + (1 - b1) * g              m, s start at 0
 * s = b2 * s + (1 - b2) * g^2
 * w = w - r / (1 - b1^t) * m / (sqrt(s) / sqrt(1 - b2^t) + e)
 * </pre>
 *
 * <p>Kingma and Ba, ICLR 2015, Algorithm 1; {@code e} is added after the correction of {@code s},
 * and weight decay is L2, not AdamW's.
 */
final class Adam extends LeafOptimizer {

    private static final String FIRST = "exp_avg.";
    private static final String SECOND = "exp_avg_sq.";
    private static final String STEP = "step";

    private final double beta1;
    private final double beta2;
    private final double epsilon;

    Adam(OptimizerSpec spec, Map<String, Parameter> trainable, NDManager manager) {
        super(spec, trainable, manager);
        this.beta1 = spec.beta1();
        this.beta2 = spec.beta2();
        this.epsilon = spec.epsilon();
        trainable.forEach(
                (name, leaf) -> {
                    kept().addLike(FIRST + name, leaf);
                    kept().addLike(SECOND + name, leaf);
                });
        kept().addCounter(STEP);
    }

    @Override
    public void step(double learningRate) {
        long step = Host.integer(kept().get(STEP).addi(1L));
        double size = learningRate / (1 - StrictMath.pow(beta1, step));
        double correction = Math.sqrt(1 - StrictMath.pow(beta2, step));
        leaves().update(
                        (name, values, gradient) -> {
                            NDArray first = average(FIRST + name, beta1, gradient);
                            NDArray second = average(SECOND + name, beta2, gradient.muli(gradient));
                            descend(values, first, second, size, correction);
                        });
    }

    private NDArray average(String key, double beta, NDArray sample) {
        NDArray average = kept().get(key);
        try (NDArray share = sample.mul(1 - beta)) {
            return average.muli(beta).addi(share);
        }
    }

    private void descend(
            NDArray values, NDArray first, NDArray second, double size, double correction) {
        try (NDArray root = second.sqrt();
                NDArray change = first.mul(size)) {
            root.divi(correction).addi(epsilon);
            values.subi(change.divi(root));
        }
    }
}
