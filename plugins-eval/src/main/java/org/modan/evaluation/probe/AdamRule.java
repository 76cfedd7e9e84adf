/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.probe;

import org.modan.spi.OptimizerSpec;

/**
 * Adam on plain numbers, as {@code org.modan.nn.optim} has it on arrays. With gradient {@code g},
 * learning rate {@code r} and step {@code t} from 1:
 *
 * <pre>
 * m = b1 * m + (1 - b1) * g              m, s start at 0
 * s = b2 * s + (1 - b2) * g^2
 * step = r / (1 - b1^t) * m / (sqrt(s) / sqrt(1 - b2^t) + e)
 * </pre>
 *
 * <p>Kingma and Ba, ICLR 2015, Algorithm 1, with {@code e} where {@code torch.optim.Adam} has it.
 */
final class AdamRule {

    private final OptimizerSpec spec;
    private final double[] first;
    private final double[] second;
    private final double[] step;
    private int steps;

    /**
     * @param spec without weight decay
     */
    AdamRule(OptimizerSpec spec, int size) {
        if (spec.rule() != OptimizerSpec.Rule.ADAM || spec.weightDecay() != 0) {
            throw new IllegalArgumentException("not Adam without weight decay: " + spec);
        }
        this.spec = spec;
        first = new double[size];
        second = new double[size];
        step = new double[size];
    }

    /** What to subtract; overwritten by the next call. */
    double[] step(double[] gradient, double learningRate) {
        steps++;
        double beta1 = spec.beta1();
        double beta2 = spec.beta2();
        double size = learningRate / (1 - StrictMath.pow(beta1, steps));
        double correction = Math.sqrt(1 - StrictMath.pow(beta2, steps));
        for (int j = 0; j < step.length; j++) {
            first[j] = beta1 * first[j] + (1 - beta1) * gradient[j];
            second[j] = beta2 * second[j] + (1 - beta2) * gradient[j] * gradient[j];
            step[j] = size * first[j] / (Math.sqrt(second[j]) / correction + spec.epsilon());
        }
        return step;
    }
}
