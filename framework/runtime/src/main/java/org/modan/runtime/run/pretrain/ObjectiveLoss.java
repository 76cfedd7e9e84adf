/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.pretrain;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import java.util.OptionalDouble;
import org.modan.nn.train.BatchLoss;
import org.modan.runtime.plan.Corpus;
import org.modan.spi.Objective;

/** An objective's loss on the images of a corpus. */
final class ObjectiveLoss implements BatchLoss {

    private final Objective objective;
    private final Corpus corpus;

    ObjectiveLoss(Objective objective, Corpus corpus) {
        this.objective = requireNonNull(objective, "objective is null");
        this.corpus = requireNonNull(corpus, "corpus is null");
    }

    @Override
    public NDArray loss(NDArray outputs, int[] indices) {
        return requireNonNull(
                objective.loss(
                        requireNonNull(outputs, "the head gave null"),
                        corpus.target().targets(indices, outputs.getManager())),
                "loss() gave null");
    }

    @Override
    public OptionalDouble positivesPerAnchor(int[] indices) {
        return corpus.positives()
                .map(pairs -> OptionalDouble.of(pairs.perAnchor(indices)))
                .orElse(OptionalDouble.empty());
    }
}
