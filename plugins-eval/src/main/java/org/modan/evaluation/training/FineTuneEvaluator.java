/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.training;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.OptionalDouble;
import org.modan.nn.layer.Linear;
import org.modan.nn.layer.Parameters;
import org.modan.nn.loss.CrossEntropyLoss;
import org.modan.nn.train.BatchLoss;
import org.modan.nn.train.Inference;
import org.modan.nn.train.Network;
import org.modan.nn.train.Prefetch;
import org.modan.nn.train.StepEnd;
import org.modan.nn.train.Trainer;
import org.modan.nn.train.TrainingTask;
import org.modan.spi.Encoder;
import org.modan.spi.FoldScores;
import org.modan.spi.ImageSet;
import org.modan.spi.Layer;
import org.modan.spi.Targets;
import org.modan.spi.TrainingRecipe;
import org.modan.spi.TransferEvaluator;
import org.modan.spi.TransferFold;

/**
 * Trains the whole encoder with a linear classifier on top, by cross-entropy, for a fixed number of
 * epochs, and scores with what the last epoch left: no test score is looked at to choose an epoch.
 *
 * <p>The score of an image is the softmax probability of the positive class, computed in double
 * from the classifier's two outputs as {@code 1 / (1 + exp(x_0 - x_1))}: float32 would tie
 * confident scores.
 */
final class FineTuneEvaluator implements TransferEvaluator {

    private static final int CLASSES = 2;

    private final TrainingRecipe recipe;

    FineTuneEvaluator(TrainingRecipe recipe) {
        this.recipe = requireNonNull(recipe, "recipe is null");
    }

    @Override
    public FoldScores score(TransferFold fold) {
        NDManager manager = fold.manager();
        Encoder encoder = fold.encoder(manager);
        Layer classifier = new Linear(encoder.features(), CLASSES);
        Parameters.initialise(classifier, manager, fold.seed().derive("classifier"));
        Network network = new Network(encoder, classifier);
        new Trainer(manager, Prefetch.standard(), fold.listener(), StepEnd.NOTHING)
                .train(
                        TrainingTask.of(
                                network,
                                crossEntropy(fold.train(), manager),
                                recipe,
                                fold.train(),
                                fold.seed().derive("fine-tune")));
        Inference inference = new Inference(manager, recipe.batchSize(), Prefetch.standard());
        return FoldScores.of(
                probabilities(inference.outputs(network, fold.train())),
                probabilities(inference.outputs(network, fold.test())));
    }

    @Override
    public OptionalDouble trainingPasses() {
        return OptionalDouble.of(recipe.epochs());
    }

    private static BatchLoss crossEntropy(ImageSet train, NDManager manager) {
        long[] labels =
                train.samples().stream()
                        .mapToLong(sample -> sample.label().orElseThrow())
                        .toArray();
        CrossEntropyLoss loss = new CrossEntropyLoss();
        return (outputs, indices) -> {
            long[] classes = new long[indices.length];
            for (int i = 0; i < indices.length; i++) {
                classes[i] = labels[indices[i]];
            }
            NDArray noMetadata = manager.zeros(new Shape(indices.length, 1));
            return loss.of(outputs, Targets.of(noMetadata, manager.create(classes)));
        };
    }

    private static double[] probabilities(float[][] outputs) {
        double[] scores = new double[outputs.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = 1 / (1 + StrictMath.exp((double) outputs[i][0] - outputs[i][1]));
        }
        return scores;
    }
}
