/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.score;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDManager;
import org.modan.nn.internal.weights.Weights;
import org.modan.runtime.data.ImageSubset;
import org.modan.runtime.plan.EvaluationCell;
import org.modan.runtime.protocol.FoldPlan;
import org.modan.runtime.run.machine.ComputeDevice;
import org.modan.spi.FoldScores;
import org.modan.spi.ImageSet;
import org.modan.spi.TrainingListener;
import org.modan.spi.TransferEvaluator;

/**
 * Has a copy of the encoder trained on a fold's images.
 *
 * @param encoder what each fold starts from
 * @param images of the whole task
 */
record TransferScorer(
        EvaluationCell cell,
        TransferEvaluator evaluator,
        Weights encoder,
        ImageSet images,
        ComputeDevice device,
        TrainingListener listener)
        implements FoldScorer {

    TransferScorer {
        requireNonNull(encoder, "encoder is null");
        requireNonNull(images, "images is null");
    }

    @Override
    public FoldScores score(int fold) {
        FoldPlan folds = cell.task().folds();
        try (NDManager manager = NDManager.newBaseManager(device.start())) {
            return evaluator.score(
                    new PlannedFold(
                            cell.repeat(),
                            fold,
                            ImageSubset.of(images, folds.train(cell.repeat(), fold)),
                            ImageSubset.imagesOnly(images, folds.test(cell.repeat(), fold)),
                            cell.encoder().orElseThrow().encoder(),
                            encoder,
                            manager,
                            cell.foldSeed(fold),
                            listener));
        }
    }
}
