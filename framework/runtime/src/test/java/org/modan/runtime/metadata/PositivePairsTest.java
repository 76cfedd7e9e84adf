/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modan.nn.loss.JaccardAffinity;
import org.modan.runtime.data.OpenDataset;
import org.modan.runtime.data.PaintedDataset;
import org.modan.runtime.data.PaintedFactory;
import org.modan.runtime.metadata.PositivePairs.Attained;
import org.modan.spi.Affinity;
import org.modan.spi.Sample;

class PositivePairsTest {

    private static final List<String> FIELDS = List.of("modality", "anatomy");

    @Test
    void countsEverySimilarityThatPairsOfImagesHave() {
        PositivePairs pairs =
                pairs(
                        JaccardAffinity.of(0.3),
                        "CT head",
                        "CT head",
                        "MR head",
                        "CT abdomen",
                        "US breast",
                        "- -");

        // Six images are 15 pairs: one agrees in both fields, four in one.
        assertThat(pairs.similarities())
                .containsExactly(
                        new Attained(0, 10, 10 / 15.0, false),
                        new Attained(1 / 3f, 4, 4 / 15.0, true),
                        new Attained(1, 1, 1 / 15.0, true));
        assertThat(pairs.attainable()).containsExactly(0f, 1 / 3f, 1f);
        assertThat(pairs.imagesWithoutPositives()).as("US breast and the unknown").isEqualTo(2);
        assertThat(pairs.rule()).isEqualTo("Jaccard similarity of at least 0.3");
    }

    @Test
    void attainableSimilaritiesAreThoseOfTheFormulaForAnyNumberOfFields() {
        List<String> four = List.of("a", "b", "c", "d");
        PaintedDataset dataset = new PaintedDataset();
        for (int i = 0; i < 2; i++) {
            Sample.Builder sample = Sample.withId("" + i);
            for (String field : four) {
                sample.metadata(field, "value " + i);
            }
            dataset.add(sample.build(), 0);
        }
        PositivePairs pairs =
                MetadataTarget.encode(PaintedFactory.open(dataset), four)
                        .positives(JaccardAffinity.of(0.3), 2)
                        .orElseThrow();

        assertThat(pairs.attainable()).containsExactly(0f, 1 / 7f, 2 / 6f, 3 / 5f, 1f);
        assertThat(pairs.similarities()).containsExactly(new Attained(0, 1, 1, false));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.2, 0.3, 0.5, 1})
    void positivesOfABatchAreThoseFoundByLookingAtEveryPair(double threshold) {
        RandomGenerator random = new SplittableRandom(5);
        OpenDataset corpus = randomCorpus(random, 40);
        MetadataTarget target = MetadataTarget.encode(corpus, FIELDS);
        JaccardAffinity affinity = JaccardAffinity.of(threshold);
        PositivePairs pairs = target.positives(affinity, 3).orElseThrow();
        int[] batch = {7, 3, 39, 0, 12, 13, 14, 15, 22, 30, 31};

        assertThat(pairs.perAnchor(batch))
                .isCloseTo(lookingAtEveryPair(corpus, affinity, batch, 3), within(1e-12));
        int[] all = IntStream.range(0, 40).toArray();
        assertThat(pairs.perAnchor(all))
                .as("a batch of the whole corpus has no luck in it")
                .isCloseTo(pairs.expectedPerAnchor(40), within(1e-12));
    }

    /** Thirty images: three batches of eight and one of six; one of fourteen, fourteen and two. */
    @ParameterizedTest
    @ValueSource(ints = {8, 14, 29, 30, 64})
    void theExpectationIsTheMeanOfAnEpochsRandomBatches(int batchSize) {
        SplittableRandom random = new SplittableRandom(6);
        MetadataTarget target = MetadataTarget.encode(randomCorpus(random, 30), FIELDS);
        PositivePairs pairs = target.positives(JaccardAffinity.of(0.3), 2).orElseThrow();

        double sum = 0;
        int trained = 0;
        for (int epoch = 0; epoch < 1000; epoch++) {
            int[] order = random.ints(0, 30).distinct().limit(30).toArray();
            for (int from = 0; 30 - from > 1; from += batchSize) {
                int[] batch = Arrays.copyOfRange(order, from, Math.min(30, from + batchSize));
                sum += batch.length * pairs.perAnchor(batch);
                trained += batch.length;
            }
        }

        assertThat(sum / trained).isCloseTo(pairs.expectedPerAnchor(batchSize), within(0.03));
    }

    @Test
    void withoutAnyAffinityAnAnchorHasTheOtherViewsOfItsImage() {
        PositivePairs pairs = pairs(Affinity.none(), "CT head", "CT head", "MR head");

        assertThat(pairs.perAnchor(new int[] {0, 1, 2})).isEqualTo(1);
        assertThat(pairs.expectedPerAnchor(256)).isEqualTo(1);
        assertThat(pairs.imagesWithoutPositives()).isEqualTo(3);
    }

    @Test
    void anImageWithoutMetadataIsAPositiveOfOthersAtThresholdZeroOnly() {
        assertThat(pairs(JaccardAffinity.of(0), "- -", "- -", "CT -").expectedPerAnchor(3))
                .isEqualTo(1 + 2 * 2);
        assertThat(pairs(JaccardAffinity.of(0.001), "- -", "- -", "CT -").expectedPerAnchor(3))
                .isEqualTo(1);
    }

    @Test
    void oneImageHasNoPairs() {
        PositivePairs pairs = pairs(JaccardAffinity.of(0.3), "CT head");

        assertThat(pairs.similarities()).isEmpty();
        assertThat(pairs.expectedPerAnchor(1)).isEqualTo(1);
        assertThat(pairs.imagesWithoutPositives()).isEqualTo(1);
    }

    /** Each image's own number as a field: 2500 rows of 2500 columns. */
    @Test
    void aFieldThatDiffersForEveryImageIsNotCountedForHours() {
        PaintedDataset dataset = new PaintedDataset();
        for (int i = 0; i < 2500; i++) {
            dataset.add(Sample.withId("" + i).metadata("number", "" + i).build(), 0);
        }
        MetadataTarget target =
                MetadataTarget.encode(PaintedFactory.open(dataset), List.of("number"));

        assertThat(target.positives(JaccardAffinity.of(0.3), 2)).isEmpty();
    }

    private static double lookingAtEveryPair(
            OpenDataset corpus, Affinity affinity, int[] batch, int views) {
        MetadataTarget target = MetadataTarget.encode(corpus, FIELDS);
        int positives = 0;
        for (int a = 0; a < batch.length * views; a++) {
            for (int b = 0; b < batch.length * views; b++) {
                int first = batch[a % batch.length];
                int second = batch[b % batch.length];
                boolean positive =
                        first == second
                                || affinity.isPositive(
                                        affinity.similarity(target.row(first), target.row(second)));
                positives += a != b && positive ? 1 : 0;
            }
        }
        return (double) positives / (batch.length * views);
    }

    private static PositivePairs pairs(Affinity affinity, String... images) {
        PaintedDataset dataset = new PaintedDataset();
        for (int i = 0; i < images.length; i++) {
            dataset.add(sample(i, images[i]), 0);
        }
        return MetadataTarget.encode(PaintedFactory.open(dataset), FIELDS)
                .positives(affinity, 2)
                .orElseThrow();
    }

    private static OpenDataset randomCorpus(RandomGenerator random, int images) {
        PaintedDataset dataset = new PaintedDataset();
        String[] modalities = {"CT", "MR", "US", "-"};
        String[] anatomies = {"head", "breast", "-"};
        for (int i = 0; i < images; i++) {
            dataset.add(
                    sample(i, modalities[random.nextInt(4)] + " " + anatomies[random.nextInt(3)]),
                    0);
        }
        return PaintedFactory.open(dataset);
    }

    /** Modality and anatomy in two words; a dash is a missing value. */
    private static Sample sample(int number, String words) {
        String[] values = words.replace("-", "").split(" ", -1);
        return Sample.withId(number + ".png")
                .metadata("modality", values[0])
                .metadata("anatomy", values[1])
                .build();
    }
}
