/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.runtime.experiment.ExperimentFolder;
import org.modan.spi.AugmentationSpec;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.OptimizerSpec;
import org.modan.spi.ScheduleSpec;
import org.modan.spi.TrainingRecipe;

class TrainingOverridesTest {

    private static final TrainingRecipe SGD =
            TrainingRecipe.of(
                            1000,
                            256,
                            OptimizerSpec.sgd(0.05)
                                    .withMomentum(0.9)
                                    .withNesterov(true)
                                    .withWeightDecay(1e-4))
                    .withSchedule(ScheduleSpec.step(30, 0.5).withWarmup(10))
                    .withAugmentation(AugmentationSpec.contrastive());
    private static final TrainingRecipe ADAM =
            TrainingRecipe.of(
                    10,
                    32,
                    OptimizerSpec.adam(1e-4)
                            .withBetas(0.8, 0.99)
                            .withEpsilon(1e-6)
                            .withWeightDecay(0.01));

    @TempDir private Path folder;

    private TrainingOverrides read(String keys) {
        return new ExperimentFolder(folder)
                .readOne("pretrain: [{strategy: mulsupcon%s}]".formatted(keys))
                .arms()
                .get(0)
                .training();
    }

    private static void assertSame(TrainingRecipe actual, TrainingRecipe expected) {
        assertThat(actual).usingRecursiveComparison().isEqualTo(expected);
    }

    @Test
    void leavesTheRecipeAsItIsIfNothingIsGiven() {
        TrainingOverrides none = read("");

        assertThat(none.isEmpty()).isTrue();
        assertThat(none.asMap()).isEmpty();
        assertThat(none).isEqualTo(TrainingOverrides.none());
        assertSame(none.applyTo(SGD), SGD);
        assertSame(none.applyTo(ADAM), ADAM);
    }

    @Test
    void changesEveryValueOfSgd() {
        TrainingOverrides changes =
                read(
                        """
                        , epochs: 5, batch-size: 64, micro-batch: 16, clip-norm: 2.5,
                          optimizer: {name: sgd, lr: 0.1, momentum: 0.8, weight-decay: 0, nesterov: false,
                                      decay-batch-norm: false},
                          schedule: {name: step, step-epochs: 2, gamma: 0.25, warmup-epochs: 1},
                          augmentation: {crop-scale: [0.5, 0.9], flip: 0.25, jitter: 0.7, brightness: 0.3, contrast: 0.2}
                        """);

        assertThat(changes.isEmpty()).isFalse();
        assertSame(
                changes.applyTo(SGD),
                TrainingRecipe.of(
                                5,
                                64,
                                OptimizerSpec.sgd(0.1).withMomentum(0.8).withBatchNormDecay(false))
                        .withMicroBatch(16)
                        .withClipNorm(2.5)
                        .withSchedule(ScheduleSpec.step(2, 0.25).withWarmup(1))
                        .withAugmentation(
                                AugmentationSpec.none()
                                        .withCropScale(0.5, 0.9)
                                        .withFlipProbability(0.25)
                                        .withJitter(0.7, 0.3, 0.2)));
        assertThat(changes.asMap())
                .isEqualTo(
                        Map.of(
                                "epochs",
                                5,
                                "batch-size",
                                64,
                                "micro-batch",
                                16,
                                "clip-norm",
                                2.5,
                                "optimizer",
                                Map.of(
                                        "name",
                                        "sgd",
                                        "lr",
                                        0.1,
                                        "momentum",
                                        0.8,
                                        "weight-decay",
                                        0.0,
                                        "decay-batch-norm",
                                        false,
                                        "nesterov",
                                        false),
                                "schedule",
                                Map.of(
                                        "name",
                                        "step",
                                        "step-epochs",
                                        2,
                                        "gamma",
                                        0.25,
                                        "warmup-epochs",
                                        1),
                                "augmentation",
                                Map.of(
                                        "crop-scale", List.of(0.5, 0.9),
                                        "flip", 0.25,
                                        "jitter", 0.7,
                                        "brightness", 0.3,
                                        "contrast", 0.2)));
    }

    @Test
    void changesEveryValueOfAdam() {
        TrainingOverrides changes =
                read(
                        ", optimizer: {lr: 1e-3, betas: [0.5, 0.6], epsilon: 1e-7, weight-decay: 0.1, decay-batch-norm: false}");

        assertSame(
                changes.applyTo(ADAM),
                ADAM.withOptimizer(
                        OptimizerSpec.adam(1e-3)
                                .withBetas(0.5, 0.6)
                                .withEpsilon(1e-7)
                                .withWeightDecay(0.1)
                                .withBatchNormDecay(false)));
        assertThat(changes.asMap().get("optimizer"))
                .isEqualTo(
                        Map.of(
                                "lr", 1e-3,
                                "betas", List.of(0.5, 0.6),
                                "epsilon", 1e-7,
                                "weight-decay", 0.1,
                                "decay-batch-norm", false));
    }

    @Test
    void keepsWhatIsNotGivenIfRuleAndShapeStay() {
        assertSame(
                read(", optimizer: {name: sgd, lr: 0.1}, schedule: {gamma: 0.9}, augmentation: {flip: 0}")
                        .applyTo(SGD),
                SGD.withOptimizer(SGD.optimizer().withLearningRate(0.1))
                        .withSchedule(ScheduleSpec.step(30, 0.9).withWarmup(10))
                        .withAugmentation(AugmentationSpec.contrastive().withFlipProbability(0)));
        assertSame(
                read(", optimizer: {weight-decay: 0}").applyTo(ADAM),
                ADAM.withOptimizer(ADAM.optimizer().withWeightDecay(0)));
    }

    @Test
    void startsFromPyTorchsDefaultsIfRuleOrShapeChanges() {
        assertSame(
                read(", optimizer: {name: adam}, schedule: {name: cosine}").applyTo(SGD),
                SGD.withOptimizer(OptimizerSpec.adam(1e-3)).withSchedule(ScheduleSpec.cosine()));
        assertSame(
                read(", optimizer: {name: sgd, lr: 0.2}, schedule: {name: step, step-epochs: 4}")
                        .applyTo(ADAM),
                ADAM.withOptimizer(OptimizerSpec.sgd(0.2)).withSchedule(ScheduleSpec.step(4, 0.1)));
        assertSame(
                read(", schedule: {name: constant, warmup-epochs: 3}").applyTo(SGD),
                SGD.withSchedule(ScheduleSpec.constant().withWarmup(3)));
    }

    @Test
    void turnsAugmentationOff() {
        TrainingOverrides changes = read(", augmentation: none");

        assertSame(changes.applyTo(SGD), SGD.withAugmentation(AugmentationSpec.none()));
        assertThat(changes.asMap()).isEqualTo(Map.of("augmentation", "none"));
    }

    @Test
    void turnsOffWhatAStrategyOfItsOwnClipsOrSplits() {
        TrainingRecipe own = SGD.withMicroBatch(16).withClipNorm(2.5);
        TrainingOverrides changes = read(", micro-batch: none, clip-norm: none");

        assertSame(changes.applyTo(own), SGD);
        assertThat(changes.isEmpty()).isFalse();
        assertThat(changes.asMap()).isEqualTo(Map.of("micro-batch", "none", "clip-norm", "none"));
        assertSame(read(", clip-norm: none").applyTo(own), SGD.withMicroBatch(16));
        assertSame(read("").applyTo(own), own);
    }

    @Test
    void refusesAWordThatIsNeitherNumberNorNone() {
        assertThat(
                        new ExperimentFolder(folder)
                                .mistakes(
                                        "pretrain: [{strategy: mulsupcon, clip-norm: never, epochs: none}]"))
                .containsExactly(
                        "study.yaml:1: pretrain[0].clip-norm must be a number, not 'never'",
                        "study.yaml:1: pretrain[0].epochs must be a whole number, not 'none'");
    }

    @Test
    void refusesAWarmUpThatNeverEnds() {
        String message =
                "schedule.warmup-epochs is 10, which leaves nothing of %d epochs; set it below %d, or epochs above 10";
        assertRefused(", epochs: 10", SGD, message.formatted(10, 10));
        assertRefused(", epochs: 3", SGD, message.formatted(3, 3));
        assertRefused(", schedule: {warmup-epochs: 10}", ADAM, message.formatted(10, 10));
        assertThat(read(", epochs: 11").applyTo(SGD).epochs()).isEqualTo(11);
    }

    @Test
    void refusesWhatDoesNotFitTheRecipe() {
        assertRefused(
                ", optimizer: {momentum: 0.5}",
                ADAM,
                "optimizer.momentum is not of adam, the rule in use; remove it or set optimizer.name");
        assertRefused(
                ", optimizer: {epsilon: 1e-9}",
                SGD,
                "optimizer.epsilon is not of sgd, the rule in use; remove it or set optimizer.name");
        assertRefused(
                ", optimizer: {name: sgd}",
                ADAM,
                "optimizer.lr is missing: a rate for adam does not fit sgd; set it");
        assertRefused(
                ", optimizer: {momentum: 0}",
                SGD,
                "optimizer.nesterov needs momentum; set optimizer.momentum above 0");
        assertRefused(
                ", schedule: {step-epochs: 3}",
                ADAM,
                "schedule.step-epochs is not of constant, the shape in use; remove it or set schedule.name");
        assertRefused(
                ", schedule: {name: step}",
                ADAM,
                "schedule.step-epochs is missing: a step schedule needs it; set it");
    }

    private void assertRefused(String keys, TrainingRecipe recipe, String message) {
        assertThatThrownBy(() -> read(keys).applyTo(recipe))
                .isInstanceOf(ModanException.class)
                .hasMessage(message)
                .extracting(e -> ((ModanException) e).code())
                .isEqualTo(ErrorCode.CONFIGURATION);
    }

    @Test
    void refusesNumbersThatAreNoPair() {
        assertThat(
                        new ExperimentFolder(folder)
                                .mistakes(
                                        """
                                        pretrain:
                                          - {id: a, strategy: scratch, optimizer: {betas: [0.9]}}
                                          - {id: b, strategy: scratch, optimizer: {betas: [0.9, 1]}}
                                          - {id: c, strategy: scratch, optimizer: {betas: [0.9, x]}}
                                          - {id: d, strategy: scratch, optimizer: {betas: [0.9, NaN]}}
                                          - {id: e, strategy: scratch, augmentation: {crop-scale: [0, 1]}}
                                        """))
                .containsExactly(
                        "study.yaml:2: pretrain[0].optimizer.betas must be two numbers from 0 to below 1, not [0.9]",
                        "study.yaml:3: pretrain[1].optimizer.betas must be two numbers from 0 to below 1, not [0.9, 1]",
                        "study.yaml:4: pretrain[2].optimizer.betas must be two numbers from 0 to below 1, not [0.9, x]",
                        "study.yaml:5: pretrain[3].optimizer.betas must be two numbers from 0 to below 1, not [0.9, NaN]",
                        "study.yaml:6: pretrain[4].augmentation.crop-scale must be two numbers above 0 and up to 1, the lesser first, not [0, 1]");
    }
}
