/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

class ExperimentMistakesTest {

    @TempDir private Path folder;

    private List<String> mistakes(String yaml, String... sets) {
        return new ExperimentFolder(folder).mistakes(yaml, sets);
    }

    @Test
    void tellsAllMistakesOfAFileAtOnceWithLineAndRemedy() {
        List<String> mistakes =
                mistakes(
                        """
                        name: my study
                        seed: seven
                        imagesize: 32
                        encoder: {name: resnet19, stem: 3x3s1, channels: 2}
                        corpus:
                          dataset: foldr
                          root: images
                        metadata: [modality, modality]
                        pretrain:
                          - strategy: mulsupcon
                            epochs: -5
                            treshold: 1.0
                            temperature: warm
                            optimizer: {name: adam, lr: 0, momentum: 0.9}
                            schedule: {name: cosine, gamma: 0.5, steps: 3}
                            augmentation: {crop-scale: [0.9, 0.2], flip: 2}
                          - {strategy: mulsupcn}
                          - {strategy: scratch, batch-size: 1, micro-batch: 0}
                          - {strategy: scratch, augmentation: some}
                          - {stategy: scratch}
                          - {id: a b, strategy: imagenet}
                          -
                        tasks:
                          - {dataset: busi, normal: dropped}
                          - dataset: phantom
                            speckle: maybe
                            modalities: US
                        evaluators: [fine-tune, {evaluator: knn, epochs: 10}, [knn]]
                        protocol: {profile: strict, folds: 1, repeats: 0.5}
                        compare: {reference: scrath, alternative: both}
                        """,
                        "protocol.repeats=x");

        assertThat(mistakes)
                .containsExactly(
                        "study.yaml:1: name must be made of letters, digits, '.', '-' and '_', not my study",
                        "study.yaml:2: seed must be a whole number, not seven",
                        "study.yaml:3: imagesize is unknown; did you mean image-size?",
                        "study.yaml:4: encoder.name must be one of resnet18, resnet34, resnet50, not 'resnet19'",
                        "study.yaml:4: encoder.channels must be 1 or 3, not 2",
                        "study.yaml:6: corpus.dataset must be one that is installed, not 'foldr'; did you mean folder?",
                        "study.yaml:8: metadata must be without repetitions, not [modality, modality]",
                        "study.yaml:11: pretrain[0].epochs must be at least 1, not -5",
                        "study.yaml:12: pretrain[0].treshold is unknown; did you mean threshold?",
                        "study.yaml:13: pretrain[0].temperature must be a number, not 'warm'",
                        "study.yaml:14: pretrain[0].optimizer.lr must be greater than 0, not 0",
                        "study.yaml:14: pretrain[0].optimizer.momentum is not of adam; remove it",
                        "study.yaml:15: pretrain[0].schedule.gamma is not of cosine; remove it",
                        "study.yaml:15: pretrain[0].schedule.steps is unknown; choose from name, step-epochs, gamma, warmup-epochs",
                        "study.yaml:16: pretrain[0].augmentation.crop-scale must be two numbers above 0 and up to 1, the lesser first, not [0.9, 0.2]",
                        "study.yaml:16: pretrain[0].augmentation.flip must be from 0 to 1, not 2",
                        "study.yaml:17: pretrain[1].strategy must be one that is installed, not 'mulsupcn'; did you mean mulsupcon?",
                        "study.yaml:18: pretrain[2].batch-size must be at least 2, not 1",
                        "study.yaml:18: pretrain[2].micro-batch must be at least 1, not 0",
                        "study.yaml:19: pretrain[3].id must be unique: 'scratch' is pretrain[2]; set another id",
                        "study.yaml:19: pretrain[3].augmentation must be none or 'key: value' pairs, not 'some'",
                        "study.yaml:20: pretrain[4].strategy is missing; is that what stategy means?",
                        "study.yaml:21: pretrain[5].weights is missing (path: file of the weights)",
                        "study.yaml:21: pretrain[5].id must be made of letters, digits, '-' and '_', not a b",
                        "study.yaml:22: pretrain[6] must not be empty",
                        "study.yaml:24: tasks[0].root is missing (path: folder of the images)",
                        "study.yaml:24: tasks[0].normal must be one of benign, drop, separate, not 'dropped'",
                        "study.yaml:26: tasks[1].speckle must be true or false, not 'maybe'",
                        "study.yaml:27: tasks[1].modalities must be a list, not 'US'",
                        "study.yaml:28: evaluators[1].epochs is unknown; choose from id, evaluator",
                        "study.yaml:28: evaluators[2] must be 'key: value' pairs, not '[knn]'",
                        "study.yaml:29: protocol.profile must be one of paper, rigorous, not 'strict'",
                        "study.yaml:29: protocol.folds must be at least 2, not 1",
                        "study.yaml:30: compare.reference must be the id of an arm, not 'scrath'; did you mean scratch?",
                        "study.yaml:30: compare.alternative must be one of two-sided, greater, less, not 'both'",
                        "--set protocol.repeats=x: protocol.repeats must be a whole number, not 'x'");
    }

    @Test
    void metricsMustBeKnownAndAtLeastOne() {
        assertThat(mistakes("pretrain: [scratch]\ncompare: {metrics: [acu, auc, patient-brie]}"))
                .containsExactly(
                        "study.yaml:2: compare.metrics must be names of metrics, not 'acu'; did you mean auc?",
                        "study.yaml:2: compare.metrics must be names of metrics, not 'patient-brie'; did you mean patient-brier?");
        assertThat(mistakes("pretrain: [scratch]\ncompare: {metrics: []}"))
                .containsExactly(
                        "study.yaml:2: compare.metrics must name at least one metric, such as auc");
        assertThat(mistakes("pretrain: [scratch]\ncompare: {metrics: [auc, auc]}"))
                .containsExactly(
                        "study.yaml:2: compare.metrics must be without repetitions, not [auc, auc]");
    }

    @Test
    void numbersByNameMustBeNumbersWithNames() {
        assertThat(
                        mistakes(
                                """
                                pretrain:
                                  - {id: a, strategy: mulsupcon, field-weights: {modality: two}}
                                  - {id: b, strategy: mulsupcon, field-weights: [1, 2]}
                                  - {id: c, strategy: mulsupcon, field-weights: {modality: }}
                                  - {id: d, strategy: mulsupcon, field-weights: {modality: -1}}
                                tasks: [phantom]
                                evaluators: [knn]
                                """))
                .containsExactly(
                        "study.yaml:2: pretrain[0].field-weights must be a finite number for modality, not 'two'",
                        "study.yaml:3: pretrain[1].field-weights must be 'name: value' pairs, not '[1, 2]'",
                        "study.yaml:4: pretrain[2].field-weights must be a finite number for modality, not ''",
                        "study.yaml:5: pretrain[3].field-weights must be 0 or more, not {modality=-1}");
    }

    @Test
    void refusesCheckpointsThatAreNeverWritten() {
        assertThat(
                        mistakes(
                                """
                                pretrain: [scratch]
                                checkpoint:
                                  every-epochs: 0
                                  every-minutes: -0.5
                                  every-minute: 3
                                """))
                .containsExactly(
                        "study.yaml:3: checkpoint.every-epochs must be at least 1, not 0",
                        "study.yaml:4: checkpoint.every-minutes must be greater than 0, not -0.5",
                        "study.yaml:5: checkpoint.every-minute is unknown; did you mean every-minutes?");
        assertThat(mistakes("pretrain: [scratch]\nchekpoint: {every-epochs: 1}"))
                .containsExactly("study.yaml:2: chekpoint is unknown; did you mean checkpoint?");
    }

    @Test
    void putsSeveralMistakesIntoOneMessageAndOneAlone() {
        assertThatThrownBy(() -> new ExperimentFolder(folder).read("pretrain: [scratch]\nseeed: 3"))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        "%s:2: seeed is unknown; did you mean seed?"
                                .formatted(folder.resolve("study.yaml")))
                .extracting(e -> ((ModanException) e).code())
                .isEqualTo(ErrorCode.CONFIGURATION);
        assertThatThrownBy(
                        () ->
                                ExperimentFile.of(
                                        Map.of("seed", "x", "image-size", 4),
                                        folder,
                                        List.of(),
                                        Map.of(),
                                        new InstalledExtensions()))
                .hasMessage(
                        """
                        3 mistakes:
                          seed must be a whole number, not x
                          image-size must be from 8 to 1024, not 4
                          pretrain must list at least one strategy; choose from imagenet, mulsupcon, scratch""");
    }

    @Test
    void tellsAMistakeOnceHoweverManyCombinationsHaveIt() {
        assertThat(
                        mistakes(
                                """
                                pretrain: [scratch]
                                seed: x
                                matrix: {image-size: [32, 4]}
                                """))
                .containsExactly(
                        "study.yaml:2: seed must be a whole number, not x",
                        "study.yaml:3: image-size must be from 8 to 1024, not 4");
    }

    @Test
    void refusesTasksThatNothingEvaluates() {
        assertThat(mistakes("pretrain: [scratch]\ntasks: [phantom]\nevaluators: []"))
                .containsExactly(
                        "study.yaml:3: evaluators must list at least one evaluator, or the tasks"
                                + " are of no use; choose from fine-tune, knn, linear-probe");
    }

    @Test
    void refusesAListThatIsNone() {
        assertThat(mistakes("pretrain:\n  strategy: scratch\nencoder: resnet18"))
                .containsExactly(
                        "study.yaml:2: pretrain must be a list; start each of its entries with '- '",
                        "study.yaml:3: encoder must be 'key: value' pairs, not 'resnet18'");
    }

    @Test
    void refusesIdsThatDifferInCaseOnly() {
        assertThat(
                        mistakes(
                                "pretrain:\n- {id: A, strategy: scratch}\n- {id: a, strategy: scratch}"))
                .containsExactly(
                        "study.yaml:3: pretrain[1].id must be unique: 'a' is pretrain[0]; set another id");
    }

    @Test
    void saysWhichNamesThereAreIfNoneIsNear() {
        assertThat(mistakes("pretrain: [jigsaw]\ncorpus: {root: x}"))
                .containsExactly(
                        "study.yaml:1: pretrain[0].strategy must be one that is installed, not"
                                + " 'jigsaw'; choose from imagenet, mulsupcon, scratch",
                        "study.yaml:2: corpus.dataset is missing; choose from busi, folder, phantom");
    }
}
