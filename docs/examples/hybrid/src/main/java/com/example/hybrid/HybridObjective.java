/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package com.example.hybrid;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;

import org.modan.nn.layer.ProjectionHead;
import org.modan.spi.Affinity;
import org.modan.spi.AugmentationSpec;
import org.modan.spi.Layer;
import org.modan.spi.Objective;
import org.modan.spi.OptimizerSpec;
import org.modan.spi.Targets;
import org.modan.spi.TrainingRecipe;

import java.util.Optional;

/** The parts of a training; the host owns the loop that uses them. */
final class HybridObjective implements Objective {

    private final int projection;
    private final HybridLoss loss;
    private final Affinity affinity;

    HybridObjective(int projection, HybridLoss loss, Affinity affinity) {
        this.projection = projection;
        this.loss = requireNonNull(loss, "loss is null");
        this.affinity = requireNonNull(affinity, "affinity is null");
    }

    @Override
    public int viewsPerImage() {
        return 2;
    }

    @Override
    public Layer head(int features) {
        return ProjectionHead.create(features, projection);
    }

    @Override
    public NDArray loss(NDArray outputs, Targets targets) {
        return loss.of(outputs, targets);
    }

    /** Other labels of the corpus are no reason to train again. */
    @Override
    public boolean usesClasses() {
        return false;
    }

    /** Lets {@code modan plan} count positives before a minute is spent on training. */
    @Override
    public Optional<Affinity> affinity() {
        return Optional.of(affinity);
    }

    /** As the paper trains its contrastive arms, Table 2. */
    @Override
    public TrainingRecipe defaults() {
        return TrainingRecipe.of(
                        1000, 256, OptimizerSpec.sgd(0.05).withMomentum(0.9).withWeightDecay(1e-4))
                .withAugmentation(AugmentationSpec.contrastive());
    }
}
