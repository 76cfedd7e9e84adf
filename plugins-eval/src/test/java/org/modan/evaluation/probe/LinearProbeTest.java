/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.modan.contract.phantom.InMemoryImageSet;
import org.modan.evaluation.Evaluators;
import org.modan.evaluation.ScikitLearn;
import org.modan.nn.layer.Linear;
import org.modan.nn.layer.Parameters;
import org.modan.nn.loss.CrossEntropyLoss;
import org.modan.nn.train.Inference;
import org.modan.nn.train.Prefetch;
import org.modan.nn.train.StepEnd;
import org.modan.nn.train.Trainer;
import org.modan.nn.train.TrainingTask;
import org.modan.spi.FoldScores;
import org.modan.spi.ImageSet;
import org.modan.spi.Layer;
import org.modan.spi.Mode;
import org.modan.spi.OptimizerSpec;
import org.modan.spi.Parameter;
import org.modan.spi.ProbeEvaluator;
import org.modan.spi.Sample;
import org.modan.spi.ScheduleSpec;
import org.modan.spi.Seed;
import org.modan.spi.Targets;
import org.modan.spi.TrainingListener;
import org.modan.spi.TrainingRecipe;

class LinearProbeTest {

    private static final int SIDE = 8;
    private static final Seed SEED = new Seed(7);

    @Test
    void theDefaultsAreTable3OnFeaturesAsTheyAre() {
        assertThat(Evaluators.options("linear-probe", Map.of()).asMap())
                .containsEntry("epochs", 10)
                .containsEntry("batch-size", 32)
                .containsEntry("lr", 1e-4)
                .containsEntry("step-epochs", 5)
                .containsEntry("gamma", 0.1)
                .containsEntry("standardise", false);
    }

    @Test
    void equalsTheTrainersRunOnTheSameFeatures() {
        // 45 images make a short last batch; a large rate lets differences grow.
        ImageSet train = images(45, 0);
        ImageSet test = images(20, 45);

        FoldScores scores =
                probe(Map.of("epochs", 6, "batch-size", 8, "lr", 0.02, "step-epochs", 2))
                        .score(
                                new TableFold(
                                        0,
                                        0,
                                        new PixelFeatures(train),
                                        new PixelFeatures(test),
                                        SEED));

        FoldScores expected =
                trained(
                        train,
                        test,
                        TrainingRecipe.of(6, 8, OptimizerSpec.adam(0.02))
                                .withSchedule(ScheduleSpec.step(2, 0.1)));
        assertThat(scores.train()).containsExactly(expected.train(), within(1e-5));
        assertThat(scores.test()).containsExactly(expected.test(), within(1e-5));
        // And it has learnt: no comparison of first values.
        assertThat(scores.train()[0]).isLessThan(0.3);
        assertThat(scores.train()[1]).isGreaterThan(0.7);
    }

    @Test
    void isAFunctionOfTheFoldsSeed() {
        ProbeEvaluator probe = probe(Map.of());
        DrawnFeatures features = DrawnFeatures.of(60, 12, 3);

        double[] scores = probe.score(features.fold(0, 5, 1)).test();

        assertThat(probe.score(features.fold(0, 5, 1)).test()).isEqualTo(scores);
        assertThat(probe.score(features.fold(0, 5, 2)).test()).isNotEqualTo(scores);
    }

    @Test
    void standardisedFeaturesDoNotDependOnTheirScale() {
        ProbeEvaluator probe = probe(Map.of("standardise", true));
        float[][] train = ScikitLearn.train();
        float[][] test = ScikitLearn.test();

        FoldScores scores = probe.score(TableFold.of(train, ScikitLearn.labels(), test, 1));
        FoldScores scaled =
                probe.score(
                        TableFold.of(times(train, 64), ScikitLearn.labels(), times(test, 64), 1));

        assertThat(scaled.test()).containsExactly(scores.test(), within(1e-9));
        assertThat(
                        probe(Map.of())
                                .score(
                                        TableFold.of(
                                                times(train, 64),
                                                ScikitLearn.labels(),
                                                times(test, 64),
                                                1))
                                .test()[0])
                .isNotCloseTo(scores.test()[0], within(1e-3));
    }

    private static ProbeEvaluator probe(Map<String, ?> options) {
        return (ProbeEvaluator) Evaluators.create("linear-probe", options);
    }

    private static float[][] times(float[][] rows, float factor) {
        float[][] scaled = new float[rows.length][rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                scaled[i][j] = factor * rows[i][j];
            }
        }
        return scaled;
    }

    /** Bright images against darker ones. */
    private static ImageSet images(int count, int first) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            samples.add(Sample.withId("image-" + (first + i)).label((first + i) % 2).build());
        }
        return InMemoryImageSet.generate(
                samples,
                1,
                SIDE,
                (index, channel, row, column) ->
                        60
                                + 100 * ((first + index) % 2)
                                + (7 * row + 11 * column + 13 * (first + index)) % 64);
    }

    /** What the engine makes of the same numbers, as fine-tuning would. */
    private static FoldScores trained(ImageSet train, ImageSet test, TrainingRecipe recipe) {
        try (NDManager manager = NDManager.newBaseManager()) {
            Layer classifier = new Flat(new Linear(SIDE * SIDE, 2));
            Parameters.initialise(classifier, manager, SEED.derive("classifier"));
            new Trainer(manager, Prefetch.standard(), TrainingListener.NONE, StepEnd.NOTHING)
                    .train(
                            TrainingTask.of(
                                    classifier,
                                    (outputs, indices) ->
                                            new CrossEntropyLoss()
                                                    .of(outputs, targets(train, indices, manager)),
                                    recipe,
                                    train,
                                    SEED.derive("linear-probe")));
            Inference inference = new Inference(manager, 8, Prefetch.standard());
            return FoldScores.of(
                    probabilities(inference.outputs(classifier, train)),
                    probabilities(inference.outputs(classifier, test)));
        }
    }

    private static Targets targets(ImageSet train, int[] indices, NDManager manager) {
        long[] classes = new long[indices.length];
        for (int i = 0; i < indices.length; i++) {
            classes[i] = train.samples().get(indices[i]).label().orElseThrow();
        }
        return Targets.of(manager.zeros(new Shape(indices.length, 1)), manager.create(classes));
    }

    private static double[] probabilities(float[][] outputs) {
        double[] scores = new double[outputs.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = 1 / (1 + Math.exp((double) outputs[i][0] - outputs[i][1]));
        }
        return scores;
    }

    /** A classifier on the pixels themselves. */
    private record Flat(Linear classifier) implements Layer {
        @Override
        public Map<String, Parameter> parameters() {
            return classifier.parameters();
        }

        @Override
        public NDArray forward(NDArray input, Mode mode) {
            return classifier.forward(input.reshape(-1, SIDE * SIDE), mode);
        }
    }
}
