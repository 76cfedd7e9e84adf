/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package com.example.hybrid;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;

import org.modan.nn.layer.Scalars;
import org.modan.nn.loss.Loss;
import org.modan.spi.Targets;

/**
 * A loss on metadata plus one on single images:
 *
 * <pre>
 * L = L_metadata + lambda L_instance      lambda >= 0
 * </pre>
 *
 * <p>Here {@code L_metadata} is MulSupCon (ModAn-MulSupCon, Eq. 3) and {@code L_instance} NT-Xent
 * (Chen et al., "A Simple Framework for Contrastive Learning", ICML 2020, Eq. 1): the paper's
 * discussion proposes to join the two where devices differ much. Images without any metadata are
 * trained by NT-Xent in both parts, each at its own temperature.
 *
 * <p>The sum is not divided by {@code 1 + lambda}: a larger lambda lengthens the gradient too.
 */
final class HybridLoss implements Loss {

    private final Loss metadata;
    private final Loss instance;
    private final double lambda;

    HybridLoss(Loss metadata, Loss instance, double lambda) {
        this.metadata = requireNonNull(metadata, "metadata is null");
        this.instance = requireNonNull(instance, "instance is null");
        this.lambda = lambda;
    }

    @Override
    public NDArray of(NDArray outputs, Targets targets) {
        NDArray byMetadata = metadata.of(outputs, targets);
        if (lambda == 0) {
            // Not 0 times the other: an arm with lambda 0 is MulSupCon to the last bit.
            return byMetadata;
        }
        NDArray byInstance = instance.of(outputs, targets);
        // An array in place of the number, which DJL may free before the backward pass.
        return byMetadata.add(byInstance.mul(Scalars.like(byInstance, lambda)));
    }
}
