/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.modan.spi.Image;
import org.modan.spi.Sample;

class NearPairSearchTest {

    @Test
    void findsCopiesOfAnotherSizeBrightnessAndContrast() {
        Scene scene = Scene.of(1, 1);
        DatasetReport report =
                new ScannedDataset(List.of(), List.of())
                        .add(Sample.withId("original"), scene.image(200, 160))
                        .add(Sample.withId("small"), scene.image(90, 72))
                        .add(Sample.withId("bright"), scene.image(200, 160, value -> value + 0.08))
                        .add(Sample.withId("soft"), scene.image(200, 160, v -> 0.2 + 0.6 * v))
                        .add(Sample.withId("gamma"), scene.image(200, 160, v -> Math.pow(v, 0.8)))
                        .add(Sample.withId("other"), Scene.of(2, 2).image(200, 160))
                        .report();

        NearPairs near = report.nearPairs();
        assertThat(near.pairs()).isEqualTo(10);
        assertThat(near.images()).isEqualTo(5);
        assertThat(near.gravest())
                .allSatisfy(pair -> assertThat(pair.similarity()).isBetween(0.95, 1.0))
                .extracting(pair -> pair.second().id())
                .doesNotContain("other");
        assertThat(report.copies()).isEmpty();
    }

    @Test
    void doesNotTakeTheSameAnatomyForTheSameImage() {
        Fingerprint one = print(Scene.of(1, 1).image(200, 160));
        Fingerprint other = print(Scene.of(1, 2).image(200, 160));

        assertThat(Long.bitCount(one.hash() ^ other.hash())).isLessThanOrEqualTo(10);
        assertThat(one.similarity(other)).isLessThan(0.5);
        assertThat(one.similarity(one)).isCloseTo(1, offset(1e-12));
    }

    @Test
    void theHashTellsViewsApartAndNotHowBrightTheyAre() {
        Scene scene = Scene.of(3, 3);
        long hash = print(scene.image(100, 100)).hash();

        assertThat(hash & 1).isZero();
        assertThat(Long.bitCount(hash)).isEqualTo(31);
        assertThat(print(scene.image(100, 100, value -> 0.1 + 0.8 * value)).hash() ^ hash)
                .matches(difference -> Long.bitCount(difference) <= 2);
        assertThat(print(Scene.of(4, 4).image(100, 100)).hash() ^ hash)
                .matches(difference -> Long.bitCount(difference) > 10);
    }

    @Test
    void whatShowsNothingIsLikeNothing() {
        assertThat(Fingerprint.of(Image.grey(50, 50, new byte[2500]))).isEmpty();
        assertThat(
                        new ScannedDataset(List.of(), List.of())
                                .add(Sample.withId("a"), Image.grey(50, 50, new byte[2500]))
                                .add(Sample.withId("b"), Image.grey(40, 40, new byte[1600]))
                                .report()
                                .nearPairs()
                                .pairs())
                .isZero();
    }

    @Test
    void pairsAcrossClassesComeFirstAndThenPairsAcrossGroups() {
        Scene scene = Scene.of(1, 1);
        NearPairs near =
                new ScannedDataset(List.of("benign", "malignant"), List.of())
                        .add(Sample.withId("a").label(0).group("p"), scene.image(200, 160))
                        .add(Sample.withId("b").label(0).group("p"), scene.image(200, 161))
                        .add(Sample.withId("c").label(0).group("q"), scene.image(100, 80))
                        .add(Sample.withId("d").label(1).group("p"), scene.image(60, 60))
                        .report()
                        .nearPairs();

        assertThat(near.pairs()).isEqualTo(6);
        assertThat(near.acrossClasses()).isEqualTo(3);
        assertThat(near.acrossGroups()).isEqualTo(3);
        assertThat(near.gravest())
                .extracting(NearPair::acrossClasses)
                .containsExactly(true, true, true, false, false, false);
        assertThat(near.gravest())
                .extracting(NearPair::acrossGroups)
                .containsExactly(true, false, false, true, true, false);
        assertThat(near.gravest().get(0).first().id() + near.gravest().get(0).second().id())
                .isEqualTo("cd");
    }

    @Test
    void countsEveryPairThoughItKeepsOnlyTheGravest() {
        ScannedDataset film = new ScannedDataset(List.of("benign", "malignant"), List.of());
        for (int frame = 0; frame < 60; frame++) {
            double brighter = 0.001 * frame;
            film.add(
                    Sample.withId("frame" + frame).label(frame == 59 ? 1 : 0),
                    Scene.of(1, 1).image(64, 64, value -> 0.1 + brighter + 0.8 * value));
        }

        NearPairs near = film.report().nearPairs();

        assertThat(near.pairs()).isEqualTo(60 * 59 / 2);
        assertThat(near.images()).isEqualTo(60);
        assertThat(near.acrossClasses()).isEqualTo(59);
        assertThat(near.gravest()).hasSize(NearPairs.NAMED);
        assertThat(near.gravest().subList(0, 59)).allMatch(NearPair::acrossClasses);
    }

    private static Fingerprint print(Image image) {
        return Fingerprint.of(image).orElseThrow();
    }
}
