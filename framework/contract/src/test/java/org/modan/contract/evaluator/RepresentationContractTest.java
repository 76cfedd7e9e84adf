/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.modan.contract.Verdicts;
import org.modan.spi.ErrorCode;
import org.modan.spi.FeatureSet;
import org.modan.spi.ModanException;
import org.modan.spi.Representation;
import org.modan.spi.Representation.Measure;

class RepresentationContractTest {

    private static final String POINTS = "its map has one point an image";
    private static final String MEASURES = "each measure is given once";
    private static final String SAME = "the same features and seed give the same map";
    private static final String FIELDS = "it needs no metadata field to be chosen";
    private static final String FEW = "three images are enough, or it says that they are not";
    private static final String OPEN = "it leaves no native array open";

    private final List<NDManager> leaked = new ArrayList<>();

    @AfterEach
    void closeWhatWasLeaked() {
        leaked.forEach(NDManager::close);
    }

    @Test
    void aSoundMapKeepsEveryCheck() {
        assertThat(
                        TestEvaluator.representation(
                                        (features, fields, seed) ->
                                                firstColumns(features, 0)
                                                        .with(Measure.of("spread", 1))
                                                        .with(
                                                                Measure.of("spread", 2)
                                                                        .about("modality")))
                                .violated())
                .isEmpty();
    }

    @Test
    void aMapIsThere() {
        assertThat(TestEvaluator.representation((features, fields, seed) -> null).violation(POINTS))
                .isEqualTo("describe(...) gave null; it must give a map of the corpus");
    }

    @Test
    void everyImageHasAPoint() {
        assertThat(
                        TestEvaluator.representation(
                                        (features, fields, seed) ->
                                                Representation.of(
                                                        new float[features.size() - 1][2]))
                                .violation(POINTS))
                .isEqualTo("the map of 40 images has 39 points; give one an image, in their order");
    }

    @Test
    void noMeasureIsGivenTwice() {
        assertThat(
                        TestEvaluator.representation(
                                        (features, fields, seed) ->
                                                firstColumns(features, 0)
                                                        .with(
                                                                Measure.of("purity", 1)
                                                                        .about("anatomy"))
                                                        .with(
                                                                Measure.of("purity", 2)
                                                                        .about("anatomy")))
                                .violation(MEASURES))
                .isEqualTo(
                        "describe(...): the measure purity of anatomy is given twice; a table has one place for it");
    }

    @Test
    void aMapIsAFunctionOfTheSeed() {
        AtomicInteger calls = new AtomicInteger();

        assertThat(
                        TestEvaluator.representation(
                                        (features, fields, seed) ->
                                                firstColumns(features, calls.incrementAndGet()))
                                .violation(SAME))
                .startsWith("image 0 lies at (")
                .endsWith(
                        " on the map of the same evaluator after another corpus with the same seed; draw every random number from the seed, and keep nothing from map to map");
        assertThat(
                        TestEvaluator.representation(
                                        (features, fields, seed) ->
                                                firstColumns(features, 0)
                                                        .with(
                                                                Measure.of(
                                                                        "calls",
                                                                        calls.incrementAndGet())))
                                .violation(SAME))
                .matches(
                        "the measures are \\[Measure\\[calls: .*]], but \\[Measure\\[calls: .*]] from the same evaluator after another corpus with the same seed");
    }

    @Test
    void noFieldIsNeeded() {
        assertThat(
                        TestEvaluator.representation(
                                        (features, fields, seed) ->
                                                firstColumns(features, fields.get(0).length()))
                                .violation(FIELDS))
                .startsWith("describe(...) without a chosen field ends in java.lang.");
    }

    @Test
    void aCorpusMayBeTooSmall() {
        Verdicts verdicts =
                TestEvaluator.representation(
                        (features, fields, seed) -> {
                            throw new ModanException(ErrorCode.DATASET, "map 91 images or more");
                        });

        assertThat(verdicts.violated()).isEmpty();
        assertThat(verdicts.notChecked(FIELDS))
                .isEqualTo("describe(...) refused a corpus of 40 images: map 91 images or more");
    }

    @Test
    void fewImagesAreMappedOrRefused() {
        assertThat(
                        TestEvaluator.representation(
                                        (features, fields, seed) -> {
                                            requireTen(features, new ArithmeticException());
                                            return firstColumns(features, 0);
                                        })
                                .violation(FEW))
                .isEqualTo(
                        "a corpus of 3 images ends in java.lang.ArithmeticException; map it, or throw a ModanException that says what to do");
        assertThat(
                        TestEvaluator.representation(
                                        (features, fields, seed) -> {
                                            requireTen(
                                                    features,
                                                    new ModanException(
                                                            ErrorCode.DATASET, "too few"));
                                            return firstColumns(features, 0);
                                        })
                                .violated())
                .isEmpty();
    }

    @Test
    void nothingStaysOpen() {
        assertThat(
                        TestEvaluator.representation(
                                        (features, fields, seed) -> {
                                            NDManager own = NDManager.newBaseManager();
                                            leaked.add(own);
                                            own.create(1f);
                                            return firstColumns(features, 0);
                                        })
                                .violation(OPEN))
                .isEqualTo(
                        "describe(...) left 1 native array open that nothing closes (() float32): memory fills up step by step; make arrays in a manager that is closed before it returns");
    }

    private static void requireTen(FeatureSet features, RuntimeException failure) {
        if (features.size() < 10) {
            throw failure;
        }
    }

    private static Representation firstColumns(FeatureSet features, float shift) {
        float[][] points = new float[features.size()][2];
        float[] row = new float[features.width()];
        for (int i = 0; i < points.length; i++) {
            features.read(i, row);
            points[i][0] = row[0] + shift;
            points[i][1] = row[1];
        }
        return Representation.of(points);
    }
}
