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
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modan.spi.Targets;

class ContrastiveLossTest {

    private static final double EXACT = 1e-12;

    private final RandomGenerator random = new SplittableRandom(11);
    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    @ParameterizedTest
    @CsvSource({
        "2, 0.3",
        "2, 0.0",
        "2, 1.0",
        "2, 0.2",
        "2, 0.6",
        "3, 0.5",
        "2, 0.3333333333333333"
    })
    void mulSupConIsItsFormulaForAnyMetadata(int views, double threshold) {
        int images = 12;
        double[][] outputs = outputs(views * images, 5);
        double[][] labels = labels(images, 3, 2);

        double loss = value(new MulSupConLoss(0.2, threshold), outputs, metadata(labels));

        assertThat(loss)
                .isCloseTo(
                        PlainContrastive.loss(
                                outputs, images, 0.2, PlainContrastive.jaccard(labels, threshold)),
                        within(EXACT));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 1.0 / 3, 0.5, 0.6, 1.0})
    void aPairExactlyAtTheThresholdIsPositiveInFloat32Too(double threshold) {
        double[][] labels = {
            {1, 1, 1, 1, 0}, {1, 1, 1, 0, 1}, {1, 0, 0, 0, 1}, {1, 1, 1, 1, 0}, {1, 0, 1, 0, 0}
        };
        double[][] outputs = outputs(10, 4);
        Targets targets = metadata(labels);

        double loss =
                new MulSupConLoss(0.5, threshold)
                        .of(manager.create(outputs).toType(DataType.FLOAT32, false), targets)
                        .getFloat();

        assertThat(loss)
                .isCloseTo(
                        value(new MulSupConLoss(0.5, threshold), outputs, targets), within(1e-5));
    }

    @Test
    void orderOfTheBatchChangesNothing() {
        int images = 8;
        double[][] outputs = outputs(2 * images, 6);
        double[][] labels = labels(images, 2, 3);
        int[] order = {3, 0, 7, 1, 6, 5, 2, 4};
        double[][] shuffledOutputs =
                IntStream.range(0, 2 * images)
                        .mapToObj(row -> outputs[row / images * images + order[row % images]])
                        .toArray(double[][]::new);
        double[][] shuffledLabels =
                Arrays.stream(order).mapToObj(i -> labels[i]).toArray(double[][]::new);
        Loss loss = new MulSupConLoss(0.07, 0.3);

        assertThat(value(loss, shuffledOutputs, metadata(shuffledLabels)))
                .isCloseTo(value(loss, outputs, metadata(labels)), within(EXACT));
    }

    @Test
    void orderOfTheViewsAndLengthOfTheOutputsChangeNothing() {
        double[][] outputs = outputs(8, 6);
        double[][] swapped = new double[8][];
        for (int row = 0; row < 8; row++) {
            double length = 0.1 + row;
            swapped[(row + 4) % 8] =
                    Arrays.stream(outputs[row]).map(value -> value * length).toArray();
        }
        Targets targets = metadata(labels(4, 2, 2));
        Loss loss = new MulSupConLoss(0.07, 0.3);

        assertThat(value(loss, swapped, targets))
                .isCloseTo(value(loss, outputs, targets), within(EXACT));
    }

    @Test
    void withoutMetadataMulSupConIsNtXent() {
        double[][] outputs = outputs(12, 5);
        Targets nothing = metadata(new double[6][4]);

        assertThat(value(new MulSupConLoss(0.1, 0.3), outputs, nothing))
                .isEqualTo(value(new NtXentLoss(0.1), outputs, nothing));
    }

    @Test
    void thresholdOneIsSupConOnSetsOfLabels() {
        double[][] outputs = outputs(14, 5);
        double[][] labels = {
            {1, 0, 1, 0},
            {1, 0, 1, 0},
            {0, 1, 1, 0},
            {1, 0, 0, 1},
            {0, 1, 1, 0},
            {1, 0, 1, 0},
            {1, 0, 0, 0}
        };
        long[] sets = {0, 0, 1, 2, 1, 0, 3};

        assertThat(value(new MulSupConLoss(0.1, 1), outputs, metadata(labels)))
                .isCloseTo(value(new SupConLoss(0.1), outputs, classes(sets)), within(EXACT));
    }

    @Test
    void unknownClassesAreNoClassOfTheirOwn() {
        double[][] outputs = outputs(8, 5);

        assertThat(value(new SupConLoss(0.1), outputs, classes(-1, -1, -1, -1)))
                .isEqualTo(value(new NtXentLoss(0.1), outputs, classes(0, 1, 2, 3)));
        assertThat(value(new SupConLoss(0.1), outputs, classes(5, -1, 5, -1)))
                .isCloseTo(value(new SupConLoss(0.1), outputs, classes(0, 1, 0, 2)), within(EXACT));
    }

    @Test
    void viewsThatAreAllAlikeAreTornApartByChance() {
        double[][] alike = new double[10][3];
        for (double[] row : alike) {
            Arrays.fill(row, 2);
        }

        assertThat(value(new NtXentLoss(0.07), alike, classes(0, 1, 2, 3, 4)))
                .isCloseTo(Math.log(9), within(EXACT));
    }

    @Test
    void perfectPairsCostWhatTheOrthogonalOthersLeave() {
        double[][] perfect = {{1, 0}, {0, 1}, {1, 0}, {0, 1}};

        // exp(1/t) against itself and two others of exp(0).
        assertThat(value(new NtXentLoss(0.5), perfect, classes(0, 1)))
                .isCloseTo(Math.log(1 + 2 * Math.exp(-2)), within(EXACT));
    }

    @Test
    void outputsOfZerosAndTinyTemperaturesStayFinite() {
        NDArray outputs = manager.zeros(new Shape(6, 4));
        outputs.set(
                new float[] {
                    1, 2, 3, 4, 0, 0, 0, 0, 1e3f, 0, 0, 1, 1, 2, 3, 4, 0, 0, 0, 0, 0, 0, 0, 1
                });
        outputs.setRequiresGradient(true);
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray loss = new MulSupConLoss(1e-3, 0.3).of(outputs, metadata(new double[3][2]));
            collector.backward(loss);

            assertThat(loss.getFloat()).isFinite();
            for (float gradient : outputs.getGradient().toFloatArray()) {
                assertThat(gradient).isFinite();
            }
        }
    }

    /** With so cold a softmax only the most similar other view counts: log(1) or a distance. */
    @Test
    void atTheLowestTemperatureNoAnchorIsItsOwnCompetitor() {
        double lowest = 1e-6;
        double[][] outputs = {{1, 0}, {0.6, 0.8}, {0.8, 0.6}, {0, 1}};

        // Similarities: 0.8 of the views of image 0, 0.8 of image 1's, 0.96 between 1 and 2.
        double expected = (2 * (0.96 - 0.8) / lowest) / 4;
        for (DataType type : List.of(DataType.FLOAT32, DataType.FLOAT64)) {
            NDArray loss =
                    new NtXentLoss(lowest)
                            .of(manager.create(outputs).toType(type, false), classes(0, 1));
            assertThat(loss.toType(DataType.FLOAT64, false).getDouble())
                    .isCloseTo(expected, within(1e-5 * expected));
        }
    }

    @Test
    void oneViewIsNotEnough() {
        NDArray outputs = manager.create(outputs(4, 3));

        assertThatThrownBy(() -> new NtXentLoss(0.1).of(outputs, classes(0, 1, 2, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "a contrastive loss needs two or more views of each of 4 images, but was given 4 rows");
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new NtXentLoss(0))
                .hasMessage("the temperature must be at least 1.0E-6, but is 0.0");
        assertThatThrownBy(() -> new SupConLoss(Double.NaN))
                .hasMessage("the temperature must be at least 1.0E-6, but is NaN");
        assertThatThrownBy(() -> new MulSupConLoss(0.1, 1.1))
                .hasMessage("the threshold must be from 0 to 1, but is 1.1");
    }

    private double value(Loss loss, double[][] outputs, Targets targets) {
        return loss.of(manager.create(outputs), targets).getDouble();
    }

    private Targets metadata(double[][] labels) {
        return Targets.of(
                manager.create(labels).toType(DataType.FLOAT32, false),
                manager.full(new Shape(labels.length), -1).toType(DataType.INT64, false));
    }

    private Targets classes(long... classes) {
        return Targets.of(manager.zeros(new Shape(classes.length, 1)), manager.create(classes));
    }

    private double[][] outputs(int rows, int width) {
        return IntStream.range(0, rows)
                .mapToObj(row -> random.doubles(width, -1, 1).toArray())
                .toArray(double[][]::new);
    }

    /** One value or none of each field. */
    private double[][] labels(int images, int fields, int valuesPerField) {
        double[][] labels = new double[images][fields * valuesPerField];
        for (double[] row : labels) {
            for (int field = 0; field < fields; field++) {
                int value = random.nextInt(valuesPerField + 1);
                if (value < valuesPerField) {
                    row[field * valuesPerField + value] = 1;
                }
            }
        }
        return labels;
    }
}
