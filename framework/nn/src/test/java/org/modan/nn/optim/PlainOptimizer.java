/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.optim;

import org.modan.spi.OptimizerSpec;

/** PyTorch's rules for a single number, as its documentation prints them. */
final class PlainOptimizer {

    private final OptimizerSpec spec;
    private double value;
    private double first;
    private double second;
    private int steps;

    PlainOptimizer(OptimizerSpec spec, double value) {
        this.spec = spec;
        this.value = value;
    }

    double value() {
        return value;
    }

    void step(double gradient, double rate) {
        steps++;
        double decayed = gradient + spec.weightDecay() * value;
        value -= rate * (spec.rule() == OptimizerSpec.Rule.SGD ? sgd(decayed) : adam(decayed));
    }

    private double sgd(double gradient) {
        first = spec.momentum() * first + gradient;
        return spec.nesterov() ? gradient + spec.momentum() * first : first;
    }

    private double adam(double gradient) {
        first = spec.beta1() * first + (1 - spec.beta1()) * gradient;
        second = spec.beta2() * second + (1 - spec.beta2()) * gradient * gradient;
        double unbiasedFirst = first / (1 - Math.pow(spec.beta1(), steps));
        double unbiasedSecond = second / (1 - Math.pow(spec.beta2(), steps));
        return unbiasedFirst / (Math.sqrt(unbiasedSecond) + spec.epsilon());
    }
}
