/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResolvedYamlTest {

    @TempDir private Path folder;
    @TempDir private Path elsewhere;

    private ExperimentFile read(String yaml) {
        return new ExperimentFolder(folder).read(yaml);
    }

    /** Read again from another folder, so that a relative path would be another one. */
    private ExperimentFile readAgain(ExperimentFile file) {
        return new ExperimentFolder(elsewhere).read(file.resolvedYaml());
    }

    private static List<Map<String, Object>> experiments(ExperimentFile file) {
        return file.variants().stream().map(variant -> variant.experiment().asMap()).toList();
    }

    @Test
    void spellsOutEveryDefault() {
        assertThat(
                        read("""
                             corpus: {dataset: folder, root: images}
                             pretrain: [{strategy: mulsupcon, epochs: 5}]
                             tasks: [phantom]
                             evaluators: [fine-tune]
                             """)
                                .resolvedYaml()
                                .replace(folder.toString(), "/FOLDER"))
                .isEqualTo(
                        """
                        name: study
                        seed: 0
                        image-size: 64
                        encoder:
                          name: resnet18
                          stem: "3x3s1"
                          channels: 1
                          memory-layout: channels-first
                        corpus:
                          dataset: folder
                          root: /FOLDER/images
                        metadata:
                        - modality
                        - anatomy
                        values: {}
                        on-bad-image: fail
                        pretrain:
                        - id: mulsupcon
                          strategy: mulsupcon
                          temperature: 0.07
                          threshold: 0.3
                          epochs: 5
                        checkpoint:
                          every-epochs: 1
                          every-minutes: 10.0
                        tasks:
                        - id: phantom
                          dataset: phantom
                          speckle: true
                          modalities:
                          - CT
                          - US
                        evaluators:
                        - id: fine-tune
                          evaluator: fine-tune
                          epochs: 10
                        protocol:
                          profile: rigorous
                          folds: 5
                          repeats: 10
                        compare:
                          reference: mulsupcon
                          alternative: two-sided
                          metrics:
                          - auc
                        """);
    }

    @Test
    void readsBackToTheSameExperiment() {
        ExperimentFile file =
                read(
                        """
                        name: back
                        seed: -3
                        encoder: {name: resnet34, channels: 3, memory-layout: channels-last}
                        corpus:
                          dataset: folder
                          root: "a folder: with # signs"
                          metadata: {'null': {'007': ~, "true": '1.10', x: ''}, 'ü "y"': {z: "a\\nb"}}
                        metadata: ['007', 'null', 'a: b', '- x']
                        values: {'007': {1: left, 'null': '1.10', "N/A": , 'a: b': '#'}}
                        pretrain:
                          - strategy: mulsupcon
                            temperature: 1e-7
                            field-weights: {'007': 2, 'null': 1e-3, 'a: b': 0.5}
                            epochs: 3
                            micro-batch: 2
                            optimizer: {name: adam, lr: 1e-4, betas: [0.5, 0.75], decay-batch-norm: false}
                            schedule: {name: step, step-epochs: 2, gamma: 0.25, warmup-epochs: 1}
                            augmentation: {crop-scale: [0.5, 1], flip: 0.5}
                          - {strategy: scratch, augmentation: none}
                        on-bad-image: skip
                        checkpoint: {every-minutes: 0.25}
                        tasks: [{id: no, dataset: busi, root: ../busi}, {dataset: phantom, modalities: []}]
                        evaluators: [knn]
                        protocol: {profile: paper, folds: 2, repeats: 3}
                        compare: {reference: scratch, alternative: less, metrics: [brier, auc]}
                        """);

        ExperimentFile again = readAgain(file);

        assertThat(file.variants()).hasSize(1);
        assertThat(experiments(again)).isEqualTo(experiments(file));
        assertThat(again.resolvedYaml()).isEqualTo(file.resolvedYaml());
    }

    @Test
    void readsBackToTheSameMatrix() {
        ExperimentFile file =
                read(
                        """
                        corpus: phantom
                        pretrain: [mulsupcon, {id: second, strategy: scratch}]
                        tasks: [{dataset: busi, root: first}, phantom]
                        evaluators: [fine-tune]
                        matrix:
                          metadata: [[modality, anatomy], [modality], [view, site]]
                          pretrain.mulsupcon.temperature: [0.1, 0.2]
                          pretrain[1].optimizer: [{lr: 0.5}, {name: adam}]
                          tasks[0].root: [first, ../second]
                          tasks.phantom.modalities: [[CT], [US, MR]]
                          evaluators: [[fine-tune], [knn, {evaluator: linear-probe, epochs: 3}]]
                        """);

        ExperimentFile again = readAgain(file);

        assertThat(file.variants()).hasSize(96);
        assertThat(experiments(again)).isEqualTo(experiments(file));
        assertThat(again.resolvedYaml()).isEqualTo(file.resolvedYaml()).contains("folds: 5");
    }

    @Test
    void leavesOutDefaultsThatFollowFromAnAxis() {
        ExperimentFile file =
                read(
                        """
                        pretrain: [scratch]
                        tasks: [{dataset: phantom}]
                        evaluators: [knn]
                        matrix:
                          pretrain: [[scratch], [mulsupcon]]
                          tasks[0]: [phantom, {dataset: busi, root: images}]
                        """);

        ExperimentFile again = readAgain(file);

        assertThat(experiments(again)).isEqualTo(experiments(file));
        assertThat(again.variants())
                .extracting(variant -> variant.experiment().compare().reference().orElseThrow())
                .containsExactly("scratch", "scratch", "mulsupcon", "mulsupcon");
    }

    @Test
    void leavesOutOptionsThatOnlySomeAlternativesHave() {
        ExperimentFile file =
                read(
                        """
                        pretrain: [scratch]
                        tasks: [{dataset: busi, root: images}]
                        evaluators: [knn]
                        matrix:
                          tasks[0].dataset: [busi, folder]
                        """);

        ExperimentFile again = readAgain(file);

        assertThat(experiments(again)).isEqualTo(experiments(file));
        assertThat(file.resolvedYaml())
                .contains("- root: %s\n".formatted(folder.resolve("images")))
                .doesNotContain("normal:", "id: busi");
        assertThat(again.variants())
                .extracting(variant -> variant.experiment().tasks().get(0).id())
                .containsExactly("busi", "folder");
    }
}
