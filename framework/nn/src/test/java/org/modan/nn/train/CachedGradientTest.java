/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modan.nn.layer.Linear;
import org.modan.nn.layer.Parameters;
import org.modan.nn.layer.ProjectionHead;
import org.modan.nn.layer.ResNet;
import org.modan.nn.layer.Sequential;
import org.modan.nn.layer.Stem;
import org.modan.nn.loss.MulSupConLoss;
import org.modan.spi.AugmentationSpec;
import org.modan.spi.Encoder;
import org.modan.spi.Layer;
import org.modan.spi.Mode;
import org.modan.spi.Parameter;
import org.modan.spi.Seed;
import org.modan.spi.Targets;

class CachedGradientTest {

    private static final int IMAGES = 8;
    private static final int VIEWS = 2;
    private static final int SIZE = 32;
    private static final int FIELDS = 3;

    private NDManager manager;
    private Network network;

    @BeforeEach
    void open() {
        Engine.getInstance();
        manager = NDManager.newBaseManager();
        Encoder encoder = ResNet.create("resnet18", Stem.of("3x3s1"), 1);
        network = new Network(encoder, ProjectionHead.create(encoder.features(), 128));
        Parameters.initialise(network, manager, new Seed(5));
        // Statistics an evaluation can tell from the initial 0 and 1.
        network.parameters().forEach(this::disturb);
    }

    @AfterEach
    void close() {
        manager.close();
    }

    private record InDoublePrecision(Layer layer) implements Layer {
        @Override
        public Map<String, Parameter> parameters() {
            return layer.parameters();
        }

        @Override
        public NDArray forward(NDArray input, Mode mode) {
            return layer.forward(input.toType(DataType.FLOAT64, false), mode);
        }
    }

    /** Each row for itself: batch normalisation with its running estimates. */
    private record WithoutBatchStatistics(Layer layer) implements Layer {
        @Override
        public Map<String, Parameter> parameters() {
            return layer.parameters();
        }

        @Override
        public NDArray forward(NDArray input, Mode mode) {
            return layer.forward(input, Mode.EVALUATE);
        }
    }

    /** How far two gradients are from each other, relative to the length of the first. */
    private static double distance(Map<String, double[]> first, Map<String, double[]> second) {
        assertThat(second.keySet()).isEqualTo(first.keySet());
        double difference = 0;
        double length = 0;
        for (Map.Entry<String, double[]> entry : first.entrySet()) {
            double[] other = second.get(entry.getKey());
            for (int i = 0; i < other.length; i++) {
                difference += Math.pow(entry.getValue()[i] - other[i], 2);
                length += Math.pow(entry.getValue()[i], 2);
            }
        }
        assertThat(length).isPositive();
        return Math.sqrt(difference / length);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7})
    void isTheWholeBatchsGradientWhereRowsAreIndependent(int microBatch) {
        network.parameters().values().forEach(CachedGradientTest::convert);
        Layer layer = new WithoutBatchStatistics(new InDoublePrecision(network));

        double whole = compute(new WholeBatch(layer, this::loss));
        Map<String, double[]> expected = takeGradients();
        double chunked = compute(new CachedGradient(layer, this::loss, microBatch));
        Map<String, double[]> actual = takeGradients();

        assertThat(chunked).isCloseTo(whole, within(1e-6 * whole));
        assertThat(distance(expected, actual)).isLessThan(1e-10);
    }

    /**
     * Libtorch rounds a convolution of another batch size differently; that flips the sign of some
     * activations near zero, and a share of the gradient with it.
     */
    @Test
    void inSinglePrecisionOnlyRoundingIsBetweenThem() {
        Layer layer = new WithoutBatchStatistics(network);

        double whole = compute(new WholeBatch(layer, this::loss));
        Map<String, double[]> expected = takeGradients();
        double chunked = compute(new CachedGradient(layer, this::loss, 3));
        Map<String, double[]> actual = takeGradients();

        assertThat(chunked).isCloseTo(whole, within(1e-5 * whole));
        assertThat(distance(expected, actual)).isLessThan(2e-3);
    }

    /** The whole batch at once, but for batch normalisation, which sees one chunk at a time. */
    private record ChunkByChunk(Layer layer, List<Chunk> chunks) implements Layer {
        @Override
        public Map<String, Parameter> parameters() {
            return layer.parameters();
        }

        @Override
        public NDArray forward(NDArray input, Mode mode) {
            List<NDArray> parts = new ArrayList<>();
            for (Chunk chunk : chunks) {
                parts.add(layer.forward(ViewRows.of(input, IMAGES, chunk), mode));
            }
            return ViewRows.join(parts, VIEWS);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void inTrainingItIsTheGradientOfTheBatchNormalisedChunkByChunk(int microBatch) {
        network.parameters().values().forEach(CachedGradientTest::convert);
        Layer precise = new InDoublePrecision(network);
        Map<String, NDArray> start = buffers();

        double whole =
                compute(
                        new WholeBatch(
                                new ChunkByChunk(precise, Chunk.divide(IMAGES, microBatch, VIEWS)),
                                this::loss));
        Map<String, double[]> expected = takeGradients();
        Map<String, NDArray> expectedBuffers = buffers();
        start.forEach((name, buffer) -> network.parameters().get(name).bind(buffer));
        double chunked = compute(new CachedGradient(precise, this::loss, microBatch));
        Map<String, double[]> actual = takeGradients();

        assertThat(chunked).isCloseTo(whole, within(1e-12 * whole));
        assertThat(distance(expected, actual)).isLessThan(1e-10);
        assertThat(buffers())
                .allSatisfy(
                        (name, buffer) ->
                                assertThat(buffer.toByteBuffer())
                                        .isEqualTo(expectedBuffers.get(name).toByteBuffer()));
    }

    @Test
    void oneChunkIsTheWholeBatchToTheBit() {
        compute(new WholeBatch(network, this::loss));
        Map<String, double[]> whole = takeGradients();
        compute(new CachedGradient(network, this::loss, IMAGES));

        assertThat(distance(whole, takeGradients())).isZero();
    }

    /** Without kinks there is nothing for rounding to flip. */
    @Test
    void inSinglePrecisionItIsTheSameTo1e5WhereTheNetworkIsSmooth() {
        network =
                new Network(
                        Sequential.of(new Flatten(), new Linear(SIZE * SIZE, 64)),
                        new Linear(64, 128));
        Parameters.initialise(network, manager, new Seed(6));

        compute(new WholeBatch(network, this::loss));
        Map<String, double[]> whole = takeGradients();
        compute(new CachedGradient(network, this::loss, 3));

        assertThat(distance(whole, takeGradients())).isLessThan(1e-5);
    }

    @Test
    void runningEstimatesMoveOnceAChunk() {
        Parameter count = network.parameters().get("encoder.bn1.num_batches_tracked");
        NDArray mean = network.parameters().get("encoder.bn1.running_mean").array();
        float[] before = mean.toFloatArray();

        compute(new CachedGradient(network, this::loss, 3));

        assertThat(count.array().getLong()).isEqualTo(3);
        assertThat(network.parameters().get("encoder.bn1.running_mean").array()).isSameAs(mean);
        assertThat(mean.toFloatArray()).isNotEqualTo(before);
    }

    @Test
    void aLossThatIsNotFiniteAddsNoGradient() {
        BatchLoss bad = (outputs, indices) -> loss(outputs, indices).mul(Float.NaN);

        double value = compute(new CachedGradient(network, bad, 4));

        assertThat(value).isNaN();
        takeGradients().values().forEach(gradient -> assertThat(gradient).containsOnly(0));
    }

    /** Noise: a pattern that repeats has ties in max pooling, which rounding breaks at will. */
    private static final class Noise extends GeneratedImages {
        private Noise() {
            super(IMAGES, 1, SIZE);
        }

        @Override
        public void read(int index, byte[] destination) {
            new Random(index).nextBytes(destination);
        }
    }

    private double compute(BatchGradient gradient) {
        GeneratedImages images = new Noise();
        Views views =
                new Views(AugmentationSpec.contrastive().withCropScale(0.6, 1), VIEWS, new Seed(1));
        try (BatchLoader loader =
                        new BatchLoader(
                                images,
                                BatchOrder.sequential(IMAGES, IMAGES),
                                views,
                                new Prefetch(1, 1));
                BatchStream batches = loader.epoch(0);
                Batch batch = batches.next();
                NDManager step = manager.newSubManager()) {
            return gradient.compute(batch, step);
        }
    }

    /** Pairs of neighbours share a value, pairs of pairs another. */
    private NDArray loss(NDArray outputs, int[] indices) {
        float[] rows = new float[indices.length * FIELDS];
        long[] classes = new long[indices.length];
        for (int i = 0; i < indices.length; i++) {
            rows[i * FIELDS + (indices[i] / 2) % FIELDS] = 1;
            rows[i * FIELDS + (indices[i] / 4) % FIELDS] = 1;
        }
        NDManager step = outputs.getManager();
        return new MulSupConLoss(0.07, 0.3)
                .of(
                        outputs,
                        Targets.of(
                                step.create(rows, new Shape(indices.length, FIELDS)),
                                step.create(classes)));
    }

    private Map<String, double[]> takeGradients() {
        Map<String, double[]> gradients = new LinkedHashMap<>();
        Parameters.trainable(network)
                .forEach(
                        (name, parameter) -> {
                            try (NDArray gradient = parameter.array().getGradient()) {
                                gradients.put(name, doubles(gradient));
                                gradient.muli(0);
                            }
                        });
        return gradients;
    }

    private Map<String, NDArray> buffers() {
        Map<String, NDArray> copies = new LinkedHashMap<>();
        network.parameters()
                .forEach(
                        (name, parameter) -> {
                            if (!parameter.trainable()) {
                                copies.put(name, parameter.array().duplicate());
                            }
                        });
        return copies;
    }

    private static double[] doubles(NDArray array) {
        try (NDArray converted = array.toType(DataType.FLOAT64, true)) {
            return converted.toDoubleArray();
        }
    }

    private static void convert(Parameter parameter) {
        if (parameter.type() == DataType.FLOAT32) {
            NDArray converted = parameter.array().stopGradient().toType(DataType.FLOAT64, true);
            converted.setRequiresGradient(parameter.trainable());
            parameter.bind(converted);
        }
    }

    private void disturb(String name, Parameter parameter) {
        if (name.endsWith("running_mean") || name.endsWith("running_var")) {
            float[] values = parameter.array().toFloatArray();
            for (int i = 0; i < values.length; i++) {
                values[i] += 0.2f * (i % 5);
            }
            Parameters.bind(parameter, FloatBuffer.wrap(values), manager);
        }
    }
}
