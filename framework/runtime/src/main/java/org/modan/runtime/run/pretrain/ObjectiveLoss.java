/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.pretrain;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
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
        requireRowForEachView(requireNonNull(outputs, "the head gave null"), indices.length);
        return requireNonNull(
                objective.loss(outputs, corpus.target().targets(indices, outputs.getManager())),
                "loss() gave null");
    }

    /** Else a head that mixes images up, or sums over them, would train to no purpose. */
    private void requireRowForEachView(NDArray outputs, int images) {
        long rows = (long) objective.viewsPerImage() * images;
        Shape shape = outputs.getShape();
        if (shape.dimension() != 2 || shape.get(0) != rows) {
            throw new IllegalStateException(
                    "the head gave an array of shape %s for %d views; it must give one row for each: (%d, k)"
                            .formatted(shape, rows, rows));
        }
    }

    @Override
    public OptionalDouble positivesPerAnchor(int[] indices) {
        return corpus.positives()
                .map(pairs -> OptionalDouble.of(pairs.perAnchor(indices)))
                .orElse(OptionalDouble.empty());
    }
}
