/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.runtime.experiment.ProtocolConfig.Profile;
import org.modan.runtime.experiment.training.TrainingOverrides;
import org.modan.runtime.metrics.Metric;
import org.modan.runtime.metrics.MetricName;
import org.modan.runtime.statistics.Alternative;
import org.modan.spi.MemoryLayout;
import org.modan.spi.Seed;

class ExperimentFileTest {

    @TempDir private Path folder;

    private Experiment read(String yaml, String... sets) {
        return new ExperimentFolder(folder).readOne(yaml, sets);
    }

    @Test
    void fillsInEveryDefault() {
        Experiment experiment = read("pretrain: [mulsupcon]");

        assertThat(experiment.name()).isEqualTo("study");
        assertThat(experiment.seed()).isEqualTo(new Seed(0));
        assertThat(experiment.imageSize()).isEqualTo(64);
        assertThat(experiment.encoder())
                .isEqualTo(new EncoderConfig("resnet18", "3x3s1", 1, MemoryLayout.CHANNELS_FIRST));
        assertThat(experiment.corpus()).isEmpty();
        assertThat(experiment.metadata()).containsExactly("modality", "anatomy");
        assertThat(experiment.arms()).hasSize(1);
        ArmConfig arm = experiment.arms().get(0);
        assertThat(arm.id()).isEqualTo("mulsupcon");
        assertThat(arm.strategy()).isEqualTo("mulsupcon");
        assertThat(arm.options().asMap()).isEqualTo(Map.of("temperature", 0.07, "threshold", 0.3));
        assertThat(arm.training()).isEqualTo(TrainingOverrides.none());
        assertThat(experiment.checkpoint())
                .isEqualTo(new CheckpointConfig(Optional.of(1), Optional.of(10.0)));
        assertThat(experiment.tasks()).isEmpty();
        assertThat(experiment.evaluators()).isEmpty();
        assertThat(experiment.protocol()).isEqualTo(new ProtocolConfig(Profile.RIGOROUS, 5, 10));
        assertThat(experiment.compare())
                .isEqualTo(
                        new CompareConfig(
                                Optional.of("mulsupcon"),
                                Alternative.TWO_SIDED,
                                List.of(new MetricName(Metric.AUC, false))));
    }

    @Test
    void readsEveryValue() {
        Experiment experiment =
                read(
                        """
                        name: all.of_it-2
                        seed: -9223372036854775808
                        image-size: 96
                        encoder: {name: resnet34, stem: 7x7s2, channels: 3, memory-layout: channels-last}
                        corpus:
                          dataset: folder
                          root: ../images
                          limit-per-class: 200
                          metadata:
                            001: {modality: CT, anatomy: 1.10}
                            Hand: {modality: XR, anatomy:}
                        metadata: [view]
                        pretrain:
                          - {id: strict, strategy: mulsupcon, threshold: 1, temperature: 2e-1}
                          - {strategy: imagenet, weights: /models/resnet18.pth}
                        checkpoint: {every-epochs: 20, every-minutes: 2.5}
                        tasks:
                          - {id: breast, dataset: busi, root: busi, normal: drop}
                          - {dataset: phantom, speckle: false, modalities: [MR, 3]}
                        evaluators: [fine-tune, {id: short, evaluator: linear-probe, epochs: 3}]
                        protocol: {profile: paper, folds: 3, repeats: 2}
                        compare: {reference: imagenet, alternative: less, metrics: [patient-auc, brier]}
                        """);

        assertThat(experiment.name()).isEqualTo("all.of_it-2");
        assertThat(experiment.seed()).isEqualTo(new Seed(Long.MIN_VALUE));
        assertThat(experiment.imageSize()).isEqualTo(96);
        assertThat(experiment.encoder())
                .isEqualTo(new EncoderConfig("resnet34", "7x7s2", 3, MemoryLayout.CHANNELS_LAST));
        DatasetConfig corpus = experiment.corpus().orElseThrow();
        assertThat(corpus.adapter()).isEqualTo("folder");
        assertThat(corpus.options().get(InstalledExtensions.ROOT))
                .isEqualTo(folder.resolveSibling("images"));
        assertThat(corpus.options().find(InstalledExtensions.LIMIT)).contains(200);
        assertThat(corpus.options().find(InstalledExtensions.FOLDER_METADATA))
                .contains(
                        Map.of(
                                "001", Map.of("modality", "CT", "anatomy", "1.10"),
                                "Hand", Map.of("modality", "XR", "anatomy", "")));
        assertThat(experiment.metadata()).containsExactly("view");
        assertThat(experiment.arms())
                .extracting(ArmConfig::id)
                .containsExactly("strict", "imagenet");
        assertThat(experiment.arms())
                .extracting(ArmConfig::strategy)
                .containsExactly("mulsupcon", "imagenet");
        assertThat(experiment.arms().get(0).options().asMap())
                .isEqualTo(Map.of("temperature", 0.2, "threshold", 1.0));
        assertThat(experiment.arms().get(1).options().get(InstalledExtensions.WEIGHTS))
                .isEqualTo(Path.of("/models/resnet18.pth"));
        assertThat(experiment.checkpoint())
                .isEqualTo(new CheckpointConfig(Optional.of(20), Optional.of(2.5)));
        assertThat(experiment.tasks())
                .extracting(TaskConfig::id)
                .containsExactly("breast", "phantom");
        assertThat(experiment.tasks().get(0).dataset().adapter()).isEqualTo("busi");
        assertThat(experiment.tasks().get(0).dataset().options().asMap())
                .isEqualTo(Map.of("root", folder.resolve("busi").toString(), "normal", "drop"));
        assertThat(experiment.tasks().get(1).dataset().options().asMap())
                .isEqualTo(Map.of("speckle", false, "modalities", List.of("MR", "3")));
        assertThat(experiment.evaluators())
                .extracting(EvaluatorConfig::id)
                .containsExactly("fine-tune", "short");
        assertThat(experiment.evaluators())
                .extracting(EvaluatorConfig::evaluator)
                .containsExactly("fine-tune", "linear-probe");
        assertThat(experiment.evaluators())
                .extracting(config -> config.options().get(InstalledExtensions.EPOCHS))
                .containsExactly(10, 3);
        assertThat(experiment.protocol()).isEqualTo(new ProtocolConfig(Profile.PAPER, 3, 2));
        assertThat(experiment.compare())
                .isEqualTo(
                        new CompareConfig(
                                Optional.of("imagenet"),
                                Alternative.LESS,
                                List.of(
                                        new MetricName(Metric.AUC, true),
                                        new MetricName(Metric.BRIER, false))));
    }

    @Test
    void takesSectionsWithoutValuesForTheirDefaults() {
        Experiment experiment =
                read(
                        "pretrain: [scratch]\nencoder:\ncorpus:\ncheckpoint:\ntasks:\nprotocol:\ncompare:");

        assertThat(experiment.asMap()).isEqualTo(read("pretrain: [scratch]").asMap());
    }

    @Test
    void theUsualAlternativeOfTheProfilePaperIsThePapers() {
        assertThat(read("pretrain: [scratch]\nprotocol: {profile: paper}").compare().alternative())
                .isEqualTo(Alternative.GREATER);
        assertThat(
                        read("pretrain: [scratch]\nprotocol: {profile: paper}\ncompare: {alternative: two-sided}")
                                .compare()
                                .alternative())
                .isEqualTo(Alternative.TWO_SIDED);
    }

    @Test
    void savesByEpochsOrByMinutesAloneWhereOneOfThemIsNamed() {
        assertThat(read("pretrain: [scratch]", "checkpoint.every-epochs=5").checkpoint())
                .isEqualTo(new CheckpointConfig(Optional.of(5), Optional.empty()));
        assertThat(read("pretrain: [scratch]\ncheckpoint: {every-minutes: 0.5}").checkpoint())
                .isEqualTo(new CheckpointConfig(Optional.empty(), Optional.of(0.5)));
    }

    @Test
    void takesANameInPlaceOfAnExtensionWithItsDefaults() {
        Experiment experiment =
                read("corpus: phantom\npretrain: [scratch]\ntasks: [phantom]\nevaluators: [knn]");

        assertThat(experiment.corpus().orElseThrow().adapter()).isEqualTo("phantom");
        assertThat(experiment.tasks().get(0).id()).isEqualTo("phantom");
        assertThat(experiment.evaluators().get(0).evaluator()).isEqualTo("knn");
    }

    @Test
    void readsTheSameFromATreeAsFromAFile() {
        Map<String, Object> tree =
                Map.of(
                        "name",
                        "study",
                        "seed",
                        3,
                        "corpus",
                        Map.of("dataset", "folder", "root", Path.of("images")),
                        "pretrain",
                        List.of(Map.of("strategy", "mulsupcon", "threshold", 0.5)));

        ExperimentFile file =
                ExperimentFile.of(
                        tree,
                        folder,
                        List.of("image-size=32"),
                        Map.of(),
                        new InstalledExtensions());

        assertThat(file.variants()).hasSize(1);
        assertThat(file.variants().get(0).experiment().asMap())
                .isEqualTo(
                        read("""
                             seed: 3
                             image-size: 32
                             corpus: {dataset: folder, root: images}
                             pretrain: [{strategy: mulsupcon, threshold: 0.5}]
                             """)
                                .asMap());
    }

    @Test
    void makesANameOfAFilesNameThatIsNoneYet() throws java.io.IOException {
        Path file = folder.resolve("été 2026.v1.yaml");
        java.nio.file.Files.writeString(file, "pretrain: [scratch]");

        ExperimentFile read =
                ExperimentFile.read(file, List.of(), Map.of(), new InstalledExtensions());

        assertThat(read.variants().get(0).experiment().name()).isEqualTo("t--2026.v1");
    }
}
