/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

/**
 * Which optimiser to train with, with PyTorch's meaning of every number.
 *
 * @since 1.0
 */
public final class OptimizerSpec {

    /** The rules there are. */
    public enum Rule {
        SGD,
        ADAM
    }

    private final Rule rule;
    private final double learningRate;
    private final double weightDecay;
    private final double momentum;
    private final boolean nesterov;
    private final double beta1;
    private final double beta2;
    private final double epsilon;

    private OptimizerSpec(
            Rule rule,
            double learningRate,
            double weightDecay,
            double momentum,
            boolean nesterov,
            double beta1,
            double beta2,
            double epsilon) {
        this.rule = rule;
        this.learningRate = learningRate;
        this.weightDecay = weightDecay;
        this.momentum = momentum;
        this.nesterov = nesterov;
        this.beta1 = beta1;
        this.beta2 = beta2;
        this.epsilon = epsilon;
    }

    /** Stochastic gradient descent without momentum or weight decay. */
    public static OptimizerSpec sgd(double learningRate) {
        return new OptimizerSpec(Rule.SGD, learningRate, 0, 0, false, 0, 0, 0);
    }

    /** Adam with beta 0.9 and 0.999, epsilon 1e-8 and no weight decay. */
    public static OptimizerSpec adam(double learningRate) {
        return new OptimizerSpec(Rule.ADAM, learningRate, 0, 0, false, 0.9, 0.999, 1e-8);
    }

    public OptimizerSpec withLearningRate(double value) {
        return new OptimizerSpec(
                rule, value, weightDecay, momentum, nesterov, beta1, beta2, epsilon);
    }

    /** L2 penalty added to the gradient, as {@code torch.optim}'s {@code weight_decay}. */
    public OptimizerSpec withWeightDecay(double value) {
        return new OptimizerSpec(
                rule, learningRate, value, momentum, nesterov, beta1, beta2, epsilon);
    }

    /** Of SGD only. */
    public OptimizerSpec withMomentum(double value) {
        return new OptimizerSpec(
                rule, learningRate, weightDecay, value, nesterov, beta1, beta2, epsilon);
    }

    /** Of SGD with momentum only. */
    public OptimizerSpec withNesterov(boolean value) {
        return new OptimizerSpec(
                rule, learningRate, weightDecay, momentum, value, beta1, beta2, epsilon);
    }

    /** Of Adam only. */
    public OptimizerSpec withBetas(double first, double second) {
        return new OptimizerSpec(
                rule, learningRate, weightDecay, momentum, nesterov, first, second, epsilon);
    }

    /** Of Adam only. */
    public OptimizerSpec withEpsilon(double value) {
        return new OptimizerSpec(
                rule, learningRate, weightDecay, momentum, nesterov, beta1, beta2, value);
    }

    public Rule rule() {
        return rule;
    }

    public double learningRate() {
        return learningRate;
    }

    public double weightDecay() {
        return weightDecay;
    }

    public double momentum() {
        return momentum;
    }

    public boolean nesterov() {
        return nesterov;
    }

    public double beta1() {
        return beta1;
    }

    public double beta2() {
        return beta2;
    }

    public double epsilon() {
        return epsilon;
    }
}
