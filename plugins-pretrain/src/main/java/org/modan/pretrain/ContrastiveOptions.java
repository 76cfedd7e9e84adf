/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.pretrain;

import org.modan.spi.AugmentationSpec;
import org.modan.spi.OptimizerSpec;
import org.modan.spi.Option;
import org.modan.spi.TrainingRecipe;

/** What the contrastive arms have in common. */
final class ContrastiveOptions {

    /** Unstated in the paper; SupContrast's and SimCLR's usual width. */
    static final Option<Integer> PROJECTION =
            Option.integer("projection", "width of the projection head's output")
                    .where("at least 2", value -> value >= 2)
                    .withDefault(128);

    private ContrastiveOptions() {}

    /**
     * @param value Table 2's for the strategy
     */
    static Option<Double> temperature(double value) {
        return Option.number("temperature", "divides the cosine similarities before the softmax")
                .where("at least 0.000001", temperature -> temperature >= 1e-6)
                .withDefault(value);
    }

    /** Table 2: SGD, rate 0.05, momentum 0.9, weight decay 1e-4, 1000 epochs, batches of 256. */
    static TrainingRecipe recipe() {
        return TrainingRecipe.of(
                        1000, 256, OptimizerSpec.sgd(0.05).withMomentum(0.9).withWeightDecay(1e-4))
                .withAugmentation(AugmentationSpec.contrastive());
    }
}
