/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

import static java.util.Objects.requireNonNull;

import java.util.function.Consumer;

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
    private final boolean batchNormDecay;
    private final double momentum;
    private final boolean nesterov;
    private final double beta1;
    private final double beta2;
    private final double epsilon;

    private OptimizerSpec(Draft draft) {
        this.rule = requireNonNull(draft.rule, "rule is null");
        this.learningRate = draft.learningRate;
        this.weightDecay = draft.weightDecay;
        this.batchNormDecay = draft.batchNormDecay;
        this.momentum = draft.momentum;
        this.nesterov = draft.nesterov;
        this.beta1 = draft.beta1;
        this.beta2 = draft.beta2;
        this.epsilon = draft.epsilon;
    }

    /** Stochastic gradient descent without momentum or weight decay. */
    public static OptimizerSpec sgd(double learningRate) {
        return new OptimizerSpec(new Draft(Rule.SGD, learningRate));
    }

    /** Adam with beta 0.9 and 0.999, epsilon 1e-8 and no weight decay. */
    public static OptimizerSpec adam(double learningRate) {
        Draft draft = new Draft(Rule.ADAM, learningRate);
        draft.beta1 = 0.9;
        draft.beta2 = 0.999;
        draft.epsilon = 1e-8;
        return new OptimizerSpec(draft);
    }

    public OptimizerSpec withLearningRate(double value) {
        return with(draft -> draft.learningRate = value);
    }

    /** L2 penalty added to the gradient, as {@code torch.optim}'s {@code weight_decay}. */
    public OptimizerSpec withWeightDecay(double value) {
        return with(draft -> draft.weightDecay = value);
    }

    /**
     * Whether weight decay acts on the weights and biases of batch normalisations too, as it does
     * in {@code torch.optim} by default; on all other parameters it always acts.
     */
    public OptimizerSpec withBatchNormDecay(boolean value) {
        return with(draft -> draft.batchNormDecay = value);
    }

    /** Of SGD only. */
    public OptimizerSpec withMomentum(double value) {
        return with(draft -> draft.momentum = value);
    }

    /** Of SGD with momentum only. */
    public OptimizerSpec withNesterov(boolean value) {
        return with(draft -> draft.nesterov = value);
    }

    /** Of Adam only. */
    public OptimizerSpec withBetas(double first, double second) {
        return with(
                draft -> {
                    draft.beta1 = first;
                    draft.beta2 = second;
                });
    }

    /** Of Adam only. */
    public OptimizerSpec withEpsilon(double value) {
        return with(draft -> draft.epsilon = value);
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

    public boolean batchNormDecay() {
        return batchNormDecay;
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

    private OptimizerSpec with(Consumer<Draft> change) {
        Draft draft = new Draft(rule, learningRate);
        draft.weightDecay = weightDecay;
        draft.batchNormDecay = batchNormDecay;
        draft.momentum = momentum;
        draft.nesterov = nesterov;
        draft.beta1 = beta1;
        draft.beta2 = beta2;
        draft.epsilon = epsilon;
        change.accept(draft);
        return new OptimizerSpec(draft);
    }

    /** Values by name: a constructor of so many would be called in the wrong order one day. */
    private static final class Draft {
        private final Rule rule;
        private double learningRate;
        private double weightDecay;
        private boolean batchNormDecay = true;
        private double momentum;
        private boolean nesterov;
        private double beta1;
        private double beta2;
        private double epsilon;

        private Draft(Rule rule, double learningRate) {
            this.rule = rule;
            this.learningRate = learningRate;
        }
    }
}
