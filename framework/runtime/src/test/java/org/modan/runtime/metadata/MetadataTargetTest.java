/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.modan.runtime.data.CorpusDigest;
import org.modan.runtime.data.OpenDataset;
import org.modan.runtime.data.PaintedDataset;
import org.modan.runtime.data.PaintedFactory;
import org.modan.runtime.experiment.ValueRules;
import org.modan.spi.MetadataField;
import org.modan.spi.Sample;
import org.modan.spi.Targets;

class MetadataTargetTest {

    private final OpenDataset corpus =
            PaintedFactory.open(
                    new PaintedDataset("a", "b")
                            .add(sample("0", "US", "breast").label(1).build(), 0)
                            .add(sample("1", "CT", "").label(0).build(), 0)
                            .add(sample("2", "", "").build(), 0)
                            .add(sample("3", "CT", "abdomen").label(0).build(), 0));

    @Test
    void isOneGroupAFieldInTheOrderOfTheExperimentWithSortedValues() {
        MetadataTarget target = MetadataTarget.encode(corpus, List.of("modality", "anatomy"));

        assertThat(target.corpusInfo().fields())
                .containsExactly(
                        MetadataField.of("modality", List.of("CT", "US")),
                        MetadataField.of("anatomy", List.of("abdomen", "breast")));
        assertThat(rows(target, 0, 1, 2, 3))
                .containsExactly(
                        0, 1, 0, 1, // US breast
                        1, 0, 0, 0, // CT, anatomy missing
                        0, 0, 0, 0, // nothing known
                        1, 0, 1, 0); // CT abdomen
        assertThat(rows(MetadataTarget.encode(corpus, List.of("anatomy", "modality")), 0))
                .containsExactly(0, 1, 0, 1);
    }

    @Test
    void countsValuesAndImagesWithoutAny() {
        MetadataTarget target = MetadataTarget.encode(corpus, List.of("modality", "anatomy"));

        assertThat(target.imagesWithoutMetadata()).isEqualTo(1);
        assertThat(target.counts())
                .isEqualTo(
                        Map.of(
                                "modality", Map.of("CT", 2, "US", 1),
                                "anatomy", Map.of("abdomen", 1, "breast", 1)));
    }

    @Test
    void countsTheImagesOfEachClass() {
        assertThat(MetadataTarget.encode(corpus, List.of("modality")).corpusInfo().imagesPerClass())
                .as("of classes a and b; one image has no label")
                .contains(List.of(2, 1));
    }

    @Test
    void countsImagesWithoutAValueOfAField() {
        MetadataTarget target = MetadataTarget.encode(corpus, List.of("modality", "anatomy"));

        assertThat(target.imagesWithout("modality")).isEqualTo(1);
        assertThat(target.imagesWithout("anatomy")).isEqualTo(2);
        assertThat(target.counts().keySet()).containsExactly("modality", "anatomy");
    }

    @Test
    void unlabelledImagesAreOfClassMinusOne() {
        MetadataTarget target = MetadataTarget.encode(corpus, List.of("modality"));
        try (NDManager manager = NDManager.newBaseManager()) {
            Targets targets = target.targets(new int[] {2, 0}, manager);

            assertThat(targets.classes().toLongArray()).containsExactly(-1, 1);
            assertThat(targets.metadata().getShape()).isEqualTo(new Shape(2, 2));
        }
    }

    @Test
    void aFieldNoImageHasIsRefusedNamingThoseThereAre() {
        MetadataTarget target = MetadataTarget.encode(corpus, List.of("modality", "devise"));

        assertThatThrownBy(target::requireAllFields)
                .hasMessage(
                        "metadata: no image of the corpus has the field devise; it has anatomy, modality");
        assertThat(target.corpusInfo().metadataWidth()).isEqualTo(2);
    }

    @Test
    void renamedValuesShareAColumnAndDroppedOnesHaveNone() {
        OpenDataset raw =
                PaintedFactory.open(
                        new PaintedDataset()
                                .add(sample("0", "Rt", "x").build(), 0)
                                .add(sample("1", "R", "x").build(), 0)
                                .add(sample("2", "L", "unknown").build(), 0)
                                .add(sample("3", "N/A", "x").build(), 0));
        ValueRules rules =
                new ValueRules(Map.of("modality", Map.of("Rt", "right", "R", "right", "N/A", "")));

        OpenDataset renamed = raw.renamed(rules);
        MetadataTarget target = MetadataTarget.encode(renamed, List.of("modality", "anatomy"));

        assertThat(target.corpusInfo().fields())
                .containsExactly(
                        MetadataField.of("modality", List.of("L", "right")),
                        MetadataField.of("anatomy", List.of("x")));
        assertThat(rows(target, 0, 1, 2, 3))
                .containsExactly(
                        0, 1, 1, // Rt
                        0, 1, 1, // R
                        1, 0, 0, // L, unknown anatomy
                        0, 0, 1); // not known
        assertThat(renamed.digest().images()).isEqualTo(raw.digest().images());
        assertThat(renamed.digest().index()).isNotEqualTo(raw.digest().index());
        assertThat(CorpusDigest.fields(renamed, List.of("anatomy")))
                .isEqualTo(CorpusDigest.fields(raw, List.of("anatomy")));
        assertThat(CorpusDigest.fields(renamed, List.of("modality")))
                .isNotEqualTo(CorpusDigest.fields(raw, List.of("modality")));
    }

    @Test
    void namingNoFieldIsRefusedWhereFieldsAreNeeded() {
        assertThatThrownBy(() -> MetadataTarget.encode(corpus, List.of()).requireAllFields())
                .hasMessage(
                        "metadata: names no field, but this strategy learns from them; the corpus has anatomy, modality");
    }

    private static Sample.Builder sample(String id, String modality, String anatomy) {
        return Sample.withId(id).metadata("modality", modality).metadata("anatomy", anatomy);
    }

    private static float[] rows(MetadataTarget target, int... indices) {
        try (NDManager manager = NDManager.newBaseManager()) {
            return target.targets(indices, manager).metadata().toFloatArray();
        }
    }
}
