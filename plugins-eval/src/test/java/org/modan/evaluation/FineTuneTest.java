/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.modan.contract.phantom.InMemoryImageSet;
import org.modan.contract.phantom.RecordingPluginContext;
import org.modan.nn.layer.Parameters;
import org.modan.nn.layer.ResNet;
import org.modan.nn.layer.Stem;
import org.modan.spi.Encoder;
import org.modan.spi.EpochReport;
import org.modan.spi.EvaluatorFactory;
import org.modan.spi.ImageSet;
import org.modan.spi.Options;
import org.modan.spi.Sample;
import org.modan.spi.Seed;
import org.modan.spi.TrainingListener;
import org.modan.spi.TransferEvaluator;
import org.modan.spi.TransferFold;

class FineTuneTest {

    @Test
    void theDefaultsAreTable3() {
        assertThat(resolve(Map.of()).asMap())
                .containsEntry("epochs", 10)
                .containsEntry("batch-size", 32)
                .containsEntry("lr", 1e-4)
                .containsEntry("step-epochs", 5)
                .containsEntry("gamma", 0.1)
                .containsEntry("flip", false);
    }

    @Test
    void followsTheStepScheduleEpochByEpoch() {
        List<Double> rates = new ArrayList<>();
        TrainingListener listener =
                new TrainingListener() {
                    @Override
                    public void epoch(EpochReport report) {
                        rates.add(report.learningRate());
                    }
                };

        score(Map.of("epochs", 4, "step-epochs", 2, "lr", 0.01, "gamma", 0.5), 1, listener);

        assertThat(rates).containsExactly(0.01, 0.01, 0.005, 0.005);
    }

    @Test
    void ranksEveryBrightImageAboveEveryDarkOne() {
        double[] scores = score(Map.of("epochs", 10, "lr", 1e-3), 1, TrainingListener.NONE);

        assertThat(scores).hasSize(8);
        double highestOfDark = 0;
        double lowestOfBright = 1;
        for (int i = 0; i < scores.length; i++) {
            assertThat(scores[i]).isBetween(0.0, 1.0);
            if (i % 2 == 0) {
                highestOfDark = Math.max(highestOfDark, scores[i]);
            } else {
                lowestOfBright = Math.min(lowestOfBright, scores[i]);
            }
        }
        assertThat(lowestOfBright).isGreaterThan(highestOfDark);
    }

    @Test
    void isAFunctionOfTheSeed() {
        Map<String, Object> brief = Map.of("epochs", 1, "lr", 1e-3);

        double[] scores = score(brief, 1, TrainingListener.NONE);

        assertThat(score(brief, 1, TrainingListener.NONE)).isEqualTo(scores);
        assertThat(score(brief, 2, TrainingListener.NONE)).isNotEqualTo(scores);
    }

    private static double[] score(
            Map<String, Object> options, long seed, TrainingListener listener) {
        TransferEvaluator evaluator =
                (TransferEvaluator)
                        factory().create(resolve(options), new RecordingPluginContext());
        try (NDManager manager = NDManager.newBaseManager()) {
            return evaluator.score(new Brightness(manager, new Seed(seed), listener)).test();
        }
    }

    private static EvaluatorFactory factory() {
        return new EvaluationPlugin().evaluators().get(0);
    }

    private static Options resolve(Map<String, ?> options) {
        return factory()
                .options()
                .resolve(
                        options,
                        Path.of(""),
                        problem -> {
                            throw new AssertionError(problem);
                        });
    }

    /** Bright images against dark ones. */
    private record Brightness(NDManager manager, Seed seed, TrainingListener listener)
            implements TransferFold {

        private static ImageSet images(int count, boolean labelled) {
            List<Sample> samples = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Sample.Builder sample = Sample.withId("image-" + i);
                samples.add(labelled ? sample.label(i % 2).build() : sample.build());
            }
            return InMemoryImageSet.generate(
                    samples,
                    1,
                    16,
                    (index, channel, row, column) ->
                            60 + 100 * (index % 2) + (7 * row + 11 * column + 13 * index) % 32);
        }

        @Override
        public int repeat() {
            return 0;
        }

        @Override
        public int fold() {
            return 0;
        }

        @Override
        public ImageSet train() {
            return images(32, true);
        }

        @Override
        public ImageSet test() {
            return images(8, false);
        }

        @Override
        public Encoder encoder(NDManager owner) {
            Encoder encoder = ResNet.create("resnet18", Stem.THREE_BY_THREE, 1);
            Parameters.initialise(encoder, owner, new Seed(5));
            return encoder;
        }
    }
}
