/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.modan.nn.loss.JaccardAffinity;
import org.modan.spi.CorpusInfo;
import org.modan.spi.MetadataField;
import org.modan.spi.ModanException;

class FieldWeightsTest {

    private static final MetadataField MODALITY = MetadataField.of("modality", List.of("CT", "MR"));
    private static final MetadataField ANATOMY = MetadataField.of("anatomy", List.of("head"));
    private static final CorpusInfo CORPUS =
            CorpusInfo.of(6, List.of(MODALITY), List.of())
                    .withUnusedFields(List.of("anatomy", "site"), List.of());

    private final List<String> warnings = new ArrayList<>();

    @Test
    void aWeightOfAFieldThatWasNotChosenHasNoEffectAndIsSaid() {
        assertThat(affinity(CORPUS, Map.of("modality", 3.0, "anatomy", 2.0, "site", 1.0)))
                .isEqualTo(affinity(CORPUS, Map.of("modality", 3.0)));
        assertThat(warnings)
                .containsExactly(
                        "field-weights: anatomy, site has no effect where metadata is modality");
    }

    @Test
    void aFieldOfNoImageIsRefusedNamingAllThereAre() {
        assertThatThrownBy(() -> affinity(CORPUS, Map.of("anatmy", 2.0)))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        "field-weights: no image of the corpus has the field anatmy; it has anatomy, modality, site");
    }

    /** The host knows better what to say of that. */
    @Test
    void aFieldThatMetadataNamesWronglyTooIsLeftToTheHost() {
        CorpusInfo misspelt = CORPUS.withUnusedFields(List.of("anatomy"), List.of("anatmy"));

        assertThat(affinity(misspelt, Map.of("anatmy", 2.0, "modality", 1.0)))
                .isEqualTo(affinity(CORPUS, Map.of("modality", 1.0)));
        assertThat(warnings).isEmpty();
    }

    @Test
    void onlyRatiosMatter() {
        CorpusInfo both = CorpusInfo.of(6, List.of(MODALITY, ANATOMY), List.of());

        assertThat(affinity(both, Map.of("modality", 1000.0, "anatomy", 0.5)))
                .isEqualTo(JaccardAffinity.weighted(0.3, 2000, 2000, 1));
        assertThat(affinity(both, Map.of("modality", 0.002, "anatomy", 0.001)))
                .isEqualTo(affinity(both, Map.of("modality", 2.0)));
    }

    @Test
    void weightsWhoseSumWouldBeRoundedAreRefused() {
        List<MetadataField> fields = new ArrayList<>();
        Map<String, Double> weights = new TreeMap<>();
        for (int i = 0; i < 9; i++) {
            fields.add(MetadataField.of("field" + i, List.of("a", "b")));
            weights.put("field" + i, i == 0 ? 999.999 : 1000.0);
        }

        assertThatThrownBy(() -> affinity(CorpusInfo.of(6, fields, List.of()), weights))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        "field-weights: too large together to be exact with 3 decimals; use fewer decimals or smaller weights");
    }

    private JaccardAffinity affinity(CorpusInfo corpus, Map<String, Double> weights) {
        return new FieldWeights(weights).affinity(0.3, corpus, warnings::add);
    }
}
