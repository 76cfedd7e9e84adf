/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.pretrain;

import ai.djl.ndarray.NDArray;
import org.modan.nn.layer.Linear;
import org.modan.nn.loss.CrossEntropyLoss;
import org.modan.spi.AugmentationSpec;
import org.modan.spi.Layer;
import org.modan.spi.Objective;
import org.modan.spi.OptimizerSpec;
import org.modan.spi.Targets;
import org.modan.spi.TrainingRecipe;

/** One view of each image and a linear classifier on the features. */
final class SupervisedObjective implements Objective {

    private final int classes;
    private final CrossEntropyLoss loss = new CrossEntropyLoss();

    SupervisedObjective(int classes) {
        this.classes = classes;
    }

    @Override
    public int viewsPerImage() {
        return 1;
    }

    @Override
    public Layer head(int features) {
        return new Linear(features, classes);
    }

    @Override
    public NDArray loss(NDArray outputs, Targets targets) {
        return loss.of(outputs, targets);
    }

    @Override
    public boolean usesMetadata() {
        return false;
    }

    /** Table 2: Adam with PyTorch's defaults, 1000 epochs, batches of 256. */
    @Override
    public TrainingRecipe defaults() {
        return TrainingRecipe.of(1000, 256, OptimizerSpec.adam(1e-3))
                .withAugmentation(AugmentationSpec.contrastive());
    }
}
