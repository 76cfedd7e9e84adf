/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixTest {

    @TempDir private Path folder;

    private List<Variant> read(String yaml, String... sets) {
        return new ExperimentFolder(folder).read(yaml, sets).variants();
    }

    private List<String> mistakes(String yaml, String... sets) {
        return new ExperimentFolder(folder).mistakes(yaml, sets);
    }

    @Test
    void isOneExperimentWithoutALabelIfThereIsNone() {
        List<Variant> variants = read("pretrain: [scratch]");

        assertThat(variants).hasSize(1);
        assertThat(variants.get(0).label()).isEmpty();
        assertThat(variants.get(0).axes()).isEmpty();
    }

    @Test
    void makesEveryCombinationTheLastAxisFastest() {
        List<Variant> variants =
                read(
                        """
                        pretrain: [mulsupcon]
                        matrix:
                          metadata: [[modality, anatomy], [modality]]
                          image-size: [32, 64]
                        """);

        assertThat(variants)
                .extracting(Variant::label)
                .containsExactly(
                        "metadata=modality+anatomy,image-size=32",
                        "metadata=modality+anatomy,image-size=64",
                        "metadata=modality,image-size=32",
                        "metadata=modality,image-size=64");
        assertThat(variants)
                .extracting(variant -> variant.experiment().metadata())
                .containsExactly(
                        List.of("modality", "anatomy"),
                        List.of("modality", "anatomy"),
                        List.of("modality"),
                        List.of("modality"));
        assertThat(variants)
                .extracting(variant -> variant.experiment().imageSize())
                .containsExactly(32, 64, 32, 64);
        assertThat(variants.get(1).axes())
                .containsExactly(entry("metadata", "modality+anatomy"), entry("image-size", "64"));
    }

    @Test
    void variesEntriesByPositionByNameAndWhole() {
        List<Variant> variants =
                read(
                        """
                        pretrain: [mulsupcon, scratch]
                        matrix:
                          pretrain.mulsupcon.optimizer: [{name: adam}, {name: sgd, lr: 0.1}]
                          pretrain[0].epochs: [2]
                          tasks: [[], [phantom]]
                          evaluators: [[knn]]
                        """);

        assertThat(variants)
                .extracting(Variant::label)
                .containsExactly(
                        "pretrain.mulsupcon.optimizer=name:adam,pretrain[0].epochs=2,tasks=,evaluators=knn",
                        "pretrain.mulsupcon.optimizer=name:adam,pretrain[0].epochs=2,tasks=phantom,evaluators=knn",
                        "pretrain.mulsupcon.optimizer=name:sgd+lr:0.1,pretrain[0].epochs=2,tasks=,evaluators=knn",
                        "pretrain.mulsupcon.optimizer=name:sgd+lr:0.1,pretrain[0].epochs=2,tasks=phantom,evaluators=knn");
        Experiment last = variants.get(3).experiment();
        assertThat(last.arms().get(0).training().asMap())
                .isEqualTo(Map.of("epochs", 2, "optimizer", Map.of("name", "sgd", "lr", 0.1)));
        assertThat(last.tasks()).extracting(TaskConfig::id).containsExactly("phantom");
        assertThat(last.evaluators()).extracting(EvaluatorConfig::id).containsExactly("knn");
    }

    @Test
    void leavesTheLastWordToTheMatrix() {
        assertThat(
                        mistakes(
                                "pretrain: [scratch]\nmatrix: {protocol.folds: [3, 5]}",
                                "protocol.folds=4"))
                .containsExactly(
                        "--set protocol.folds=4: protocol.folds is an axis of the matrix; set"
                                + " matrix.protocol.folds=[...] instead");
        assertThat(
                        read(
                                "pretrain: [scratch]\nmatrix: {protocol.folds: [3, 5]}",
                                "matrix.protocol.folds=[7, 8]"))
                .extracting(variant -> variant.experiment().protocol().folds())
                .containsExactly(7, 8);
    }

    @Test
    void refusesAxesThatAreNone() {
        assertThat(
                        mistakes(
                                """
                                pretrain: [scratch]
                                matrix:
                                  image-size: 32
                                  seed: []
                                  protocol.folds: [3, 3]
                                  pretrain[1].epochs: [1, 2]
                                  protocol.fold: [3]
                                  a..b: [1]
                                  matrix.seed: [1]
                                  checkpoint: [{every-epochs: 1}, {every-epochs: 2}]
                                  checkpoint.every-minutes: [1, 2]
                                """))
                .containsExactly(
                        "study.yaml:3: matrix.image-size must be a list of alternatives, such as [32, 64]",
                        "study.yaml:4: matrix.seed must be a list of alternatives, such as [32, 64]",
                        "study.yaml:5: matrix.protocol.folds lists '3' twice; remove one",
                        "study.yaml:6: matrix.pretrain[1].epochs leads nowhere: there is no pretrain[1]; the last is pretrain[0]",
                        "study.yaml:7: protocol.fold is unknown; did you mean folds?",
                        "study.yaml:8: matrix.a..b leads nowhere: 'a..b' is no path; write it like protocol.folds or pretrain[0].epochs",
                        "study.yaml:9: matrix.matrix.seed cannot vary the matrix itself",
                        "study.yaml:10: matrix.checkpoint cannot vary the checkpoints: they change no outcome",
                        "study.yaml:11: matrix.checkpoint.every-minutes cannot vary the checkpoints: they change no outcome");
    }

    @Test
    void theReferenceMayBeOneArmOfTheWholeMatrix() {
        String yaml =
                """
                pretrain: [mulsupcon, scratch]
                compare: {reference: "mulsupcon[metadata=%s]"}
                matrix: {metadata: [[modality, anatomy], [modality]]}
                """;

        assertThat(read(yaml.formatted("modality+anatomy")))
                .extracting(variant -> variant.experiment().compare().reference().orElseThrow())
                .containsExactly(
                        "mulsupcon[metadata=modality+anatomy]",
                        "mulsupcon[metadata=modality+anatomy]");
        assertThat(mistakes(yaml.formatted("anatomy")))
                .containsExactly(
                        "study.yaml:2: compare.reference must be an arm of the matrix, not 'mulsupcon[metadata=anatomy]'; did you mean mulsupcon[metadata=modality]?");
    }

    @Test
    void refusesTheSameExperimentTwice() {
        assertThat(mistakes("pretrain: [scratch]\nmatrix:\n  pretrain[0].epochs: [3, 3.0]"))
                .containsExactly(
                        "study.yaml:3: matrix makes the same experiment twice, pretrain[0].epochs=3"
                                + " and pretrain[0].epochs=3.0; remove one");
    }

    @Test
    void refusesMoreCombinationsThanAnyoneWants() {
        String hundred =
                IntStream.range(1, 101).mapToObj(String::valueOf).collect(Collectors.joining(", "));

        assertThat(
                        mistakes(
                                "pretrain: [scratch]\nmatrix: {seed: [%s], protocol.repeats: [%s]}"
                                        .formatted(hundred, hundred)))
                .containsExactly(
                        "study.yaml:2: matrix makes more than 1000 combinations; leave some out");
    }
}
