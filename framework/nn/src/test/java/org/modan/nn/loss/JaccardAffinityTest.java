/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.modan.spi.Targets;

class JaccardAffinityTest {

    /** Modality of two values, anatomy of three, device of two; the last two images lack some. */
    private static final float[][] IMAGES = {
        {1, 0, 1, 0, 0, 1, 0},
        {1, 0, 0, 1, 0, 0, 1},
        {0, 1, 1, 0, 0, 1, 0},
        {0, 0, 0, 1, 0, 0, 0},
        {0, 0, 0, 0, 0, 0, 0}
    };

    /** Modality 2, anatomy 1, device 0.5. */
    private static final int[] WEIGHTS = {4, 4, 2, 2, 2, 1, 1};

    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void aSharedValueCountsByTheWeightOfItsField() {
        JaccardAffinity affinity = JaccardAffinity.weighted(0.3, WEIGHTS);

        assertThat(affinity.similarity(IMAGES[0], IMAGES[0])).isEqualTo(1);
        // 2 of modality 2, anatomy 1 + 1, device 0.5 + 0.5.
        assertThat(affinity.similarity(IMAGES[0], IMAGES[1])).isEqualTo(2f / 5);
        // 1 + 0.5 of modality 2 + 2, anatomy 1, device 0.5.
        assertThat(affinity.similarity(IMAGES[0], IMAGES[2])).isEqualTo(1.5f / 5.5f);
        // 1 of modality 2, anatomy 1, device 0.5: what is missing is in neither.
        assertThat(affinity.similarity(IMAGES[1], IMAGES[3])).isEqualTo(1 / 3.5f);
        assertThat(affinity.similarity(IMAGES[3], IMAGES[4])).isZero();
        assertThat(affinity.similarity(IMAGES[4], IMAGES[4])).isZero();
    }

    @Test
    void aFieldOfWeightZeroCountsForNothing() {
        JaccardAffinity anatomyAlone = JaccardAffinity.weighted(0.3, 0, 0, 1, 1, 1, 0, 0);

        assertThat(anatomyAlone.similarity(IMAGES[0], IMAGES[2])).isEqualTo(1);
        assertThat(anatomyAlone.similarity(IMAGES[0], IMAGES[1])).isZero();
        assertThat(
                        JaccardAffinity.weighted(0.3, 1, 1, 0, 0, 0, 0, 0)
                                .similarity(IMAGES[3], IMAGES[3]))
                .as("nothing that counts in either")
                .isZero();
    }

    /** Every similarity there is with four fields of at most one value, and some beside them. */
    static Stream<Double> thresholds() {
        return Stream.of(
                0.0,
                1.0 / 7,
                1.0 / 6,
                0.2,
                0.25,
                0.3,
                1.0 / 3,
                0.333,
                0.4,
                0.5,
                0.6,
                0.6000001,
                2.0 / 3,
                0.75,
                1.0,
                1.5 / 5.5,
                0.28571428571428571);
    }

    @ParameterizedTest
    @MethodSource("thresholds")
    void theHostsPositivesAreThoseOfTheLossToTheBit(double threshold) {
        float[][] images = everyImageOfFourFields();
        for (JaccardAffinity affinity :
                new JaccardAffinity[] {
                    JaccardAffinity.of(threshold),
                    JaccardAffinity.weighted(threshold, 1, 1, 1, 1, 1, 1, 1, 1),
                    JaccardAffinity.weighted(threshold, 4, 4, 2, 2, 1, 1, 0, 0),
                    JaccardAffinity.weighted(threshold, 333, 333, 10, 10, 7, 7, 1000, 1000)
                }) {
            NDArray similarities =
                    affinity.similarities(manager.create(flat(images), shape(images)));
            float[] inLoss = similarities.toFloatArray();
            float[] positive = affinity.positives(similarities).toFloatArray();
            for (int i = 0; i < images.length; i++) {
                for (int j = 0; j < images.length; j++) {
                    int pair = i * images.length + j;
                    float similarity = affinity.similarity(images[i], images[j]);
                    assertThat(similarity).isEqualTo(inLoss[pair]);
                    assertThat(affinity.isPositive(similarity)).isEqualTo(positive[pair] == 1);
                }
            }
        }
    }

    @Test
    void aPairOnTheThresholdIsPositive() {
        float[][] images = everyImageOfFourFields();
        float[] first = images[0]; // the first value of every field
        float[] twoOfFour = {1, 0, 1, 0, 0, 1, 0, 1};

        assertThat(JaccardAffinity.of(1.0 / 3).similarity(first, twoOfFour)).isEqualTo(1 / 3f);
        assertThat(JaccardAffinity.of(1.0 / 3).isPositive(1 / 3f)).isTrue();
        // Fields of 0.1, 0.2, 0.3 and 0.6: half of the weight on 0.5 although 0.1 + 0.2 is not 0.3.
        JaccardAffinity tenths = JaccardAffinity.weighted(1.0 / 3, 1, 1, 2, 2, 3, 3, 6, 6);
        float[] half = {1, 0, 1, 0, 1, 0, 0, 1};
        assertThat(tenths.isPositive(tenths.similarity(first, half))).isTrue();
    }

    /** Computed pair by pair in float64 by PyTorch, with weights 2, 1 and 0.5. */
    @ParameterizedTest
    @EnumSource(names = {"FLOAT32", "FLOAT64"})
    void theWeightedLossAndItsGradientsArePyTorchs(DataType type) {
        double tolerance = type == DataType.FLOAT64 ? 1e-12 : 5e-6;
        double[] gradients = {
            -0.09965094701996308, 0.26565887197616783, 0.031193580990185654,
            0.10044439499318661, -0.21256878179883645, -0.04566776060541333,
            -0.33545048509201003, 0.5683971036447782, 0.18898081033570702,
            0.20125991220304273, -0.2713115932744597, -0.13134590213912206,
            -0.4090189949706687, 0.42849204821999887, 0.2986013124455502,
            -0.03687849987743308, 0.028554667517213472, 0.02952027648536909,
            0.16627091078883385, -0.08557944587790589, -0.14421802993637428,
            -0.5338090998845544, 0.13764053287062095, 0.4983406501799924,
            0.36337101126475735, 0.002469705926224308, -0.3640074272870038,
            -0.7459248313998308, -0.21712858378090028, 0.8018764765485377
        };
        NDArray views = manager.create(views(10, 3)).toType(type, false).duplicate();
        views.setRequiresGradient(true);
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray loss =
                    new MulSupConLoss(0.2, JaccardAffinity.weighted(0.28, WEIGHTS))
                            .of(views, targets());
            collector.backward(loss);

            assertThat(loss.toType(DataType.FLOAT64, false).getDouble())
                    .isCloseTo(5.925252104393589, within(10 * tolerance));
            assertThat(views.getGradient().toType(DataType.FLOAT64, false).toDoubleArray())
                    .containsExactly(gradients, within(tolerance));
        }
    }

    @Test
    void equalWeightsGiveTheUnweightedLossToTheBit() {
        NDArray views = manager.create(views(10, 3)).toType(DataType.FLOAT32, false);
        float plain = new MulSupConLoss(0.07, 0.3).of(views, targets()).getFloat();

        assertThat(weighted(views, 1, 1, 1, 1, 1, 1, 1)).isEqualTo(plain);
        assertThat(weighted(views, 3, 3, 3, 3, 3, 3, 3)).isEqualTo(plain);
        assertThat(weighted(views, WEIGHTS)).isNotEqualTo(plain);
    }

    @Test
    void saysWhatMakesAPositive() {
        assertThat(JaccardAffinity.of(0.3).description())
                .isEqualTo("Jaccard similarity of at least 0.3");
        assertThat(JaccardAffinity.weighted(0.5, 1, 2).description())
                .isEqualTo("weighted Jaccard similarity of at least 0.5");
    }

    @Test
    void whatWeightsHaveInCommonDoesNotCount() {
        assertThat(JaccardAffinity.weighted(0.3, 2_000_000, 1_000_000))
                .isEqualTo(JaccardAffinity.weighted(0.3, 2, 1))
                .hasSameHashCodeAs(JaccardAffinity.weighted(0.3, 2, 1))
                .isNotEqualTo(JaccardAffinity.weighted(0.3, 1, 2))
                .isNotEqualTo(JaccardAffinity.weighted(0.4, 2, 1));
        assertThat(JaccardAffinity.weighted(0.3, 1 << 30, 1 << 30, 1 << 30, 0))
                .isEqualTo(JaccardAffinity.weighted(0.3, 1, 1, 1, 0));
    }

    /** Three columns of the largest weights there may be: their sums are odd and near 2^24. */
    @Test
    void theLargestWeightsAreExactInTheLossAndHereAndLargerOnesAreRefused() {
        int half = 1 << 22;
        float[][] rows = {{1, 1, 0}, {0, 1, 1}, {1, 0, 1}, {1, 1, 1}};
        JaccardAffinity largest = JaccardAffinity.weighted(0.3, half - 1, half, 1);

        float[] inLoss =
                largest.similarities(manager.create(flat(rows), shape(rows))).toFloatArray();
        for (int pair = 0; pair < inLoss.length; pair++) {
            assertThat(largest.similarity(rows[pair / 4], rows[pair % 4])).isEqualTo(inLoss[pair]);
        }
        assertThat(inLoss[1]).isEqualTo((float) ((double) half / (2 * half)));
        assertThatThrownBy(() -> JaccardAffinity.weighted(0.3, half, half, 1))
                .hasMessage(
                        "weights that are 8388609 together, divided by what they have in common, are not exact in float32; at most 8388608 are");
    }

    /** As wide as the corpus, yet a row has one value of a field only. */
    @Test
    void aGroupCountsOnceHoweverManyColumnsItHas() {
        JaccardAffinity wide =
                JaccardAffinity.ofGroups(0.3, new int[] {999, 1000}, new int[] {20_000, 1});

        float[] one = new float[20_001];
        float[] other = new float[20_001];
        one[7] = other[8] = one[20_000] = other[20_000] = 1;
        assertThat(wide.similarity(one, other)).isEqualTo(1000f / 2998);
    }

    @Test
    void refusesWeightsThatCannotBe() {
        assertThatThrownBy(() -> JaccardAffinity.weighted(0.3, 1, -2))
                .hasMessage("weights must be 0 or more and not all 0, but are [1, -2]");
        assertThatThrownBy(() -> JaccardAffinity.weighted(0.3, 0, 0))
                .hasMessage("weights must be 0 or more and not all 0, but are [0, 0]");
        assertThatThrownBy(() -> JaccardAffinity.of(Double.NaN))
                .hasMessage("the threshold must be from 0 to 1, but is NaN");
        assertThatThrownBy(
                        () -> JaccardAffinity.weighted(0.3, 1, 2).similarity(IMAGES[0], IMAGES[1]))
                .hasMessage("2 weights for 7 columns");
        MulSupConLoss two = new MulSupConLoss(0.1, JaccardAffinity.weighted(0.3, 1, 2));
        assertThatThrownBy(() -> two.of(manager.create(views(10, 3)), targets()))
                .hasMessage("2 weights for 7 columns");
    }

    private float weighted(NDArray views, int... weights) {
        return new MulSupConLoss(0.07, JaccardAffinity.weighted(0.3, weights))
                .of(views, targets())
                .getFloat();
    }

    private Targets targets() {
        return Targets.of(
                manager.create(flat(IMAGES), shape(IMAGES)),
                manager.full(new Shape(IMAGES.length), -1).toType(DataType.INT64, false));
    }

    private static double[][] views(int rows, int width) {
        double[][] views = new double[rows][width];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < width; c++) {
                views[r][c] = Math.sin(1 + 3 * r + c * 1.7);
            }
        }
        return views;
    }

    /** 81 images: the first, the second or no value of each field. */
    private static float[][] everyImageOfFourFields() {
        float[][] images = new float[81][8];
        for (int image = 0; image < images.length; image++) {
            int choices = image;
            for (int field = 0; field < 4; field++) {
                if (choices % 3 < 2) {
                    images[image][2 * field + choices % 3] = 1;
                }
                choices /= 3;
            }
        }
        return images;
    }

    private static Shape shape(float[][] rows) {
        return new Shape(rows.length, rows[0].length);
    }

    private static float[] flat(float[][] rows) {
        float[] flat = new float[rows.length * rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, flat, i * rows[i].length, rows[i].length);
        }
        return flat;
    }
}
