/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.score;

import static java.util.Objects.requireNonNull;

import org.modan.runtime.plan.EvaluationCell;
import org.modan.runtime.run.input.FeatureSource;
import org.modan.runtime.run.input.ImageSource;
import org.modan.runtime.run.input.MadeEncoders;
import org.modan.runtime.run.listener.RunListener;
import org.modan.runtime.run.machine.ComputeDevice;
import org.modan.spi.ControlEvaluator;
import org.modan.spi.Evaluator;
import org.modan.spi.ModanException;
import org.modan.spi.ProbeEvaluator;
import org.modan.spi.TransferEvaluator;

/** Knows how the evaluators of each kind are given a fold. */
public final class FoldScorers {

    private final MadeEncoders encoders;
    private final ImageSource images;
    private final FeatureSource features;
    private final ComputeDevice device;
    private final RunListener listener;

    public FoldScorers(
            MadeEncoders encoders,
            ImageSource images,
            FeatureSource features,
            ComputeDevice device,
            RunListener listener) {
        this.encoders = requireNonNull(encoders, "encoders is null");
        this.images = requireNonNull(images, "images is null");
        this.features = requireNonNull(features, "features is null");
        this.device = requireNonNull(device, "device is null");
        this.listener = requireNonNull(listener, "listener is null");
    }

    /**
     * Gets ready what all folds of a cell need.
     *
     * @throws ModanException if that is not there, such as the encoder of a cell that failed
     */
    FoldScorer of(EvaluationCell cell) {
        Evaluator evaluator = cell.evaluator();
        if (evaluator instanceof TransferEvaluator transfer) {
            return new TransferScorer(
                    cell,
                    transfer,
                    encoders.weights(cell.encoder().orElseThrow()),
                    images.images(
                            cell.task().dataset(), cell.encoder().orElseThrow().imageFormat()),
                    device,
                    listener);
        }
        if (evaluator instanceof ProbeEvaluator probe) {
            return new ProbeScorer(
                    cell,
                    probe,
                    features.features(cell.encoder().orElseThrow(), cell.task().dataset()));
        }
        if (evaluator instanceof ControlEvaluator control) {
            return new ControlScorer(cell, control);
        }
        throw new IllegalStateException(
                "%s is planned with an evaluator that scores no folds".formatted(cell.title()));
    }
}
