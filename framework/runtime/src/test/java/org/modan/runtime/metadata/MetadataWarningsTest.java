/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modan.nn.loss.JaccardAffinity;
import org.modan.runtime.data.OpenDataset;
import org.modan.runtime.data.PaintedDataset;
import org.modan.runtime.data.PaintedFactory;
import org.modan.spi.Affinity;
import org.modan.spi.Sample;

class MetadataWarningsTest {

    /** Eight images: every combination of two values of three fields; one value of the fourth. */
    private static final OpenDataset CORPUS = corpus();

    @Test
    void aThirdFieldThatSilentlyDropsOneFieldMatchesIsToldWithWhatItCosts() {
        // Of 7 other images 3 share two of three fields; with two fields, 5 share one or both.
        assertThat(warnings(JaccardAffinity.of(0.3), "modality", "anatomy", "device"))
                .containsExactly(
                        "with modality, anatomy, device a pair needs 2 equal values to be a positive, with modality, anatomy 1 was enough; positives per anchor in batches of 8: 7.0, with modality, anatomy alone 11.0. Pairs with 1 equal value now have similarity 1/5: a threshold of 0.2 or less keeps them");
    }

    @ParameterizedTest
    @CsvSource({
        "0.3, 1",
        "0.3, 2", // one of two is enough
        "0.2, 3", // and of three at this threshold
        "0.5, 2",
        "0.5, 3", // two of two, two of three: no fewer than before
        "1.0, 3",
        "0.9, 3", // all, always
        "0.0, 3" // all pairs are positives
    })
    void aRuleThatAddingAFieldDidNotTightenIsNotRemarkedOn(double threshold, int fields) {
        List<String> names = List.of("modality", "anatomy", "device").subList(0, fields);

        assertThat(warnings(JaccardAffinity.of(threshold), names.toArray(String[]::new))).isEmpty();
    }

    @Test
    void aFieldOfOneValueIsToldOf() {
        assertThat(MetadataWarnings.ofFields(target("modality", "site")))
                .containsExactly(
                        "site has one value only, main (7 of 8 images): it makes all that have it more alike and tells none of them apart; leave it out");
    }

    @ParameterizedTest
    @CsvSource({"modality, anatomy, site", "site, modality, anatomy"})
    void aFieldOfOneValueThatMakesPositivesOfWhatHasNothingElseInCommonIsCounted(
            String first, String second, String third) {
        // Of 28 pairs 8 share neither modality nor anatomy; one of the two images of 2 has no site.
        assertThat(warnings(JaccardAffinity.of(0.2), first, second, third))
                .containsExactly(
                        "site makes 6 pairs positive (most by similarity 1/5 instead of 0); positives per anchor in batches of 8: 14.0, without site 11.0");
    }

    @Test
    void aFieldOfOneValueThatKeepsTheRuleIsNotRemarkedOnTwice() {
        // 1/3 of modality, anatomy becomes 2/4 with site; 1/4 of the one image without it is lost.
        assertThat(warnings(JaccardAffinity.of(0.25), "modality", "anatomy", "site")).isEmpty();
        assertThat(warnings(JaccardAffinity.of(0.3), "site", "modality", "anatomy"))
                .as("and not what it makes of anatomy")
                .containsExactly(
                        "site makes 4 pairs no longer positive (most by similarity 1/4 instead of 1/3); positives per anchor in batches of 8: 9.0, without site 11.0");
    }

    @Test
    void aFieldOfOneValueEndsEvenTheRuleThatAllMustBeEqual() {
        assertThat(warnings(JaccardAffinity.of(1), "modality", "anatomy", "device")).isEmpty();
        assertThat(warnings(JaccardAffinity.of(1), "modality", "anatomy", "site"))
                .singleElement()
                .asString()
                .startsWith("site makes 1 pairs no longer positive");
    }

    @Test
    void weightsAreTakenIntoAccount() {
        // Modality counts 3: alone it reaches 3/7 of three fields, anatomy alone is 1/9.
        assertThat(
                        warnings(
                                JaccardAffinity.weighted(0.3, 3, 3, 1, 1, 1, 1),
                                "modality",
                                "anatomy",
                                "device"))
                .singleElement()
                .asString()
                .startsWith(
                        "modality makes 4 pairs positive (most by similarity 3/7 instead of 0) and 12 pairs no longer positive (most by similarity 1/9 instead of 1/3)");
        assertThat(
                        warnings(
                                JaccardAffinity.weighted(0.4, 2, 2, 1, 1, 2, 2),
                                "modality",
                                "anatomy",
                                "device"))
                .singleElement()
                .asString()
                .startsWith(
                        "with modality, anatomy, device a pair needs 2 equal values to be a positive, with modality, anatomy 1 was enough")
                .endsWith(
                        "Pairs with 1 equal value now have similarity 1/4: a threshold of 0.25 or less keeps them");
    }

    @ParameterizedTest
    @CsvSource({"modality, anatomy, device, 1, 1, 2", "device, modality, anatomy, 2, 1, 1"})
    void aWeightThatPutsOtherPairsInThePlaceOfThoseOfBeforeIsCounted(
            String first, String second, String third, int x, int y, int z) {
        // Device alone is 2/6 now, of the pairs that share modality or anatomy alone 1/7 is left.
        assertThat(warnings(JaccardAffinity.weighted(0.3, x, x, y, y, z, z), first, second, third))
                .containsExactly(
                        "device makes 4 pairs positive (most by similarity 1/3 instead of 0) and 8 pairs no longer positive (most by similarity 1/7 instead of 1/3); positives per anchor in batches of 8: 9.0, without device 11.0");
    }

    @Test
    void anAffinityWithoutPositivesIsNoRuleOfFields() {
        assertThat(warnings(Affinity.none(), "modality", "anatomy", "device")).isEmpty();
    }

    private static List<String> warnings(Affinity affinity, String... fields) {
        MetadataTarget target = target(fields);
        return MetadataWarnings.ofPositives(
                target, affinity, target.positives(affinity, 2).orElseThrow(), 8);
    }

    private static MetadataTarget target(String... fields) {
        return MetadataTarget.encode(CORPUS, List.of(fields));
    }

    private static OpenDataset corpus() {
        PaintedDataset dataset = new PaintedDataset();
        for (int i = 0; i < 8; i++) {
            dataset.add(
                    Sample.withId(i + ".png")
                            .metadata("modality", (i & 1) == 0 ? "CT" : "MR")
                            .metadata("anatomy", (i & 2) == 0 ? "head" : "knee")
                            .metadata("device", (i & 4) == 0 ? "new" : "old")
                            .metadata("site", i == 5 ? "" : "main")
                            .build(),
                    0);
        }
        return PaintedFactory.open(dataset);
    }
}
