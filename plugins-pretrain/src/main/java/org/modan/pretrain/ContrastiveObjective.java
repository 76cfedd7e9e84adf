/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.pretrain;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import org.modan.nn.layer.ProjectionHead;
import org.modan.nn.loss.Loss;
import org.modan.spi.Affinity;
import org.modan.spi.Layer;
import org.modan.spi.Objective;
import org.modan.spi.Targets;
import org.modan.spi.TrainingRecipe;

/** Two views of each image, a projection head, and a loss over all views of the batch. */
final class ContrastiveObjective implements Objective {

    private final int projection;
    private final Loss loss;
    private final Affinity affinity;
    private final boolean usesMetadata;

    /**
     * @param projection width of the head's output
     * @param loss of the projected views
     * @param affinity which images the loss pulls together
     * @param usesMetadata whether the loss looks at metadata
     */
    ContrastiveObjective(int projection, Loss loss, Affinity affinity, boolean usesMetadata) {
        this.projection = projection;
        this.loss = requireNonNull(loss, "loss is null");
        this.affinity = requireNonNull(affinity, "affinity is null");
        this.usesMetadata = usesMetadata;
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

    @Override
    public boolean usesMetadata() {
        return usesMetadata;
    }

    @Override
    public boolean usesClasses() {
        return false;
    }

    @Override
    public Optional<Affinity> affinity() {
        return Optional.of(affinity);
    }

    @Override
    public TrainingRecipe defaults() {
        return ContrastiveOptions.recipe();
    }
}
