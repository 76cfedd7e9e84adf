/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modan.nn.golden.FormulaWeights;
import org.modan.nn.golden.Golden;
import org.modan.spi.Digests;
import org.modan.spi.Layer;
import org.modan.spi.MemoryLayout;
import org.modan.spi.Mode;

/**
 * ResNet-34 and -50 against torchvision 0.14.1 on torch 1.13.0, in float64: {@code
 * deeper-resnets.py} among the test resources prints these numbers.
 */
class DeeperResNetsTest {

    private static final double DOUBLE =
            1e-6; // DJL takes batch normalisation's constants in float32
    private static final double SINGLE = 1e-5;

    /**
     * Batch statistics of 12 to 27 values a channel magnify rounding: PyTorch's own float32 is up
     * to 6e-5 from its float64 on these cases.
     */
    private static final double SINGLE_IN_TRAINING = 2e-4;

    /**
     * @param forms SHA-256 of names and shapes, one a line, in {@code state_dict} order
     * @param evaluation the features' first four, their sum and their norm
     * @param training likewise
     * @param gradients norms of conv1's and of layer4.0.downsample.0's, of the features' mean
     *     square
     */
    private record Expected(
            String name,
            Stem stem,
            int channels,
            String forms,
            List<Double> evaluation,
            List<Double> training,
            List<Double> gradients) {

        @Override
        public String toString() {
            return name + " " + stem.text();
        }
    }

    static Stream<Expected> torchvision() {
        return Stream.of(
                new Expected(
                        "resnet34",
                        Stem.THREE_BY_THREE,
                        1,
                        "3474e1d5cfd82d4b8c65c296a0d8af2bf63195022124bddb551bd08da7d958c2",
                        List.of(
                                4.179969317416373,
                                5.5152916547443525,
                                0.8202369750258727,
                                14.9540121954687,
                                7368.04279179952,
                                232.4593808919251),
                        List.of(
                                0.8970828989299697,
                                1.2609528574969704,
                                0.43671845921716357,
                                1.2845164480849693,
                                1604.1029382946986,
                                42.577923456332364),
                        List.of(4.277888169805112, 0.23926383598145562)),
                new Expected(
                        "resnet34",
                        Stem.SEVEN_BY_SEVEN,
                        3,
                        "982296c737bb085d894a2b44ed8d6db2b61ccdb32900c44b65296657b9027db0",
                        List.of(
                                2.3782534754054128,
                                1.6839710501173526,
                                0.0,
                                5.526500781369535,
                                3539.604028378939,
                                113.44281044276494),
                        List.of(
                                1.078600957366019,
                                0.5716081491928755,
                                0.553171808753628,
                                0.596870592040435,
                                1629.1054469767228,
                                45.25934947789959),
                        List.of(14.4065621762748, 0.4311670196018185)),
                new Expected(
                        "resnet50",
                        Stem.THREE_BY_THREE,
                        1,
                        "0fa0a45053dbd22d9c977d1bd33a0e91c6539e8103ffd85885a924bd2bd64855",
                        List.of(
                                0.47744448299022235,
                                6.4831773437580065,
                                0.30197955163760504,
                                1.7696217720794374,
                                18142.27199008713,
                                313.1992271447253),
                        List.of(
                                0.5991601706853822,
                                0.6311562190096878,
                                0.8439365495106363,
                                0.7771870621975181,
                                6437.656946394972,
                                86.14685958030255),
                        List.of(26.490364642878365, 0.33924104253902404)),
                new Expected(
                        "resnet50",
                        Stem.SEVEN_BY_SEVEN,
                        3,
                        "df1c5747d7655533d7faa5930e273fabf4ba1cf2c8ec642b7f87ed72d9703ae1",
                        List.of(
                                0.0657837754418004,
                                3.291290379914612,
                                0.21613089628088042,
                                0.942126479860407,
                                12524.267152131042,
                                214.01190503515897),
                        List.of(
                                1.0135216084393972,
                                0.9433952953770306,
                                0.4783690666280216,
                                0.4012731241118342,
                                6438.907850440354,
                                90.62272341119363),
                        List.of(123.21317655285745, 0.6824414789884652)));
    }

    @ParameterizedTest
    @MethodSource("torchvision")
    void namesShapesAndOrderAreTorchvisions(Expected expected) {
        Layer encoder = ResNet.create(expected.name(), expected.stem(), expected.channels());

        String forms =
                encoder.parameters().entrySet().stream()
                        .map(
                                named ->
                                        named.getKey()
                                                + " "
                                                + Arrays.toString(
                                                        named.getValue().shape().getShape())
                                                + "\n")
                        .collect(Collectors.joining());

        assertThat(Digests.ofText(forms)).isEqualTo(expected.forms());
    }

    @ParameterizedTest
    @MethodSource("torchvision")
    void featuresAndGradientsAreTorchvisions(Expected expected) {
        try (NDManager manager = NDManager.newBaseManager()) {
            ResNet encoder = create(expected, MemoryLayout.CHANNELS_FIRST);
            NDArray images = fill(encoder, DataType.FLOAT64, manager);

            NDArray evaluated = encoder.forward(images, Mode.EVALUATE);
            assertThat(evaluated.getShape()).isEqualTo(new Shape(3, encoder.features()));
            check(evaluated, expected.evaluation(), DOUBLE);
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray features = encoder.forward(images, Mode.TRAIN);
                check(features, expected.training(), DOUBLE);
                collector.backward(features.square().mean());
            }
            List<String> names = List.of("conv1.weight", "layer4.0.downsample.0.weight");
            for (int i = 0; i < names.size(); i++) {
                NDArray gradient = encoder.parameters().get(names.get(i)).array().getGradient();
                double norm = gradient.norm().toDoubleArray()[0];
                assertThat(norm / expected.gradients().get(i) - 1)
                        .as("gradient of %s", names.get(i))
                        .isBetween(-DOUBLE, DOUBLE);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("torchvision")
    void singlePrecisionIsCloseInBothLayouts(Expected expected) {
        for (MemoryLayout layout : MemoryLayout.values()) {
            try (NDManager manager = NDManager.newBaseManager()) {
                ResNet encoder = create(expected, layout);
                NDArray images = fill(encoder, DataType.FLOAT32, manager);

                check(encoder.forward(images, Mode.EVALUATE), expected.evaluation(), SINGLE);
                check(encoder.forward(images, Mode.TRAIN), expected.training(), SINGLE_IN_TRAINING);
            }
        }
    }

    private static ResNet create(Expected expected, MemoryLayout layout) {
        ResNet encoder = ResNet.create(expected.name(), expected.stem(), expected.channels());
        Parameters.layOut(encoder, layout);
        return encoder;
    }

    /** Gives the encoder its weights, and the images to look at. */
    private static NDArray fill(ResNet encoder, DataType type, NDManager manager) {
        FormulaWeights weights = new FormulaWeights(7, type);
        weights.fill(encoder, manager);
        return weights.input(new Shape(3, encoder.channels(), 40, 40), manager);
    }

    private static void check(NDArray features, List<Double> expected, double tolerance) {
        double[] numbers = expected.stream().mapToDouble(Double::doubleValue).toArray();
        assertThat(features.getShape().get(0)).isEqualTo(3);
        assertThat(Golden.difference(features.flatten().get(":4"), Arrays.copyOf(numbers, 4)))
                .as("first features")
                .isLessThan(tolerance);
        assertThat(Golden.difference(features.sum(), new double[] {numbers[4]}))
                .as("their sum")
                .isLessThan(tolerance);
        assertThat(Golden.difference(features.norm(), new double[] {numbers[5]}))
                .as("their norm")
                .isLessThan(tolerance);
    }
}
