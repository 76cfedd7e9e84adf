/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.modan.nn.internal.weights.Safetensors;
import org.modan.nn.internal.weights.Weights;
import org.modan.spi.Layer;
import org.modan.spi.MemoryLayout;
import org.modan.spi.Mode;
import org.modan.spi.Seed;

class MemoryLayoutTest {

    private final NDManager manager = NDManager.newBaseManager();

    @TempDir private Path folder;

    @AfterEach
    void close() {
        manager.close();
    }

    @ParameterizedTest
    @EnumSource(MemoryLayout.class)
    void weightsLieAsChosenFromTheStartAndOnceLoaded(MemoryLayout layout) {
        Layer encoder = encoder(layout);
        assertThat(layouts(encoder)).hasSize(3).containsOnly(layout);

        Weights.of(encoder(MemoryLayout.CHANNELS_FIRST)).loadInto(encoder, manager);

        assertThat(layouts(encoder)).containsOnly(layout);
    }

    @ParameterizedTest
    @EnumSource(MemoryLayout.class)
    void mapsLieAsTheWeightsDoFromTheFirstConvolutionOn(MemoryLayout layout) {
        NDArray images = manager.ones(new Shape(2, 1, 8, 8));
        Layer stem = laidOut(new Conv2d(1, 4, 3, 1, 1), layout);
        Layer block = laidOut(Residual.basic(4, 6, 2), layout);
        Layer norm = laidOut(new BatchNorm2d(4), layout);

        NDArray maps = stem.forward(images, Mode.TRAIN);
        assertThat(MemoryOrder.of(maps)).isEqualTo(layout);
        NDArray pooled = new MaxPool(3, 2, 1).forward(norm.forward(maps, Mode.TRAIN), Mode.TRAIN);
        assertThat(MemoryOrder.of(pooled)).isEqualTo(layout);
        assertThat(MemoryOrder.of(block.forward(pooled, Mode.TRAIN))).isEqualTo(layout);
    }

    @Test
    void filesAreTheSameBytesInBothLayouts() {
        Layer first = encoder(MemoryLayout.CHANNELS_FIRST);
        Layer last = encoder(MemoryLayout.CHANNELS_LAST);

        Safetensors.write(folder.resolve("first"), Weights.of(first), Map.of());
        Safetensors.write(folder.resolve("last"), Weights.of(last), Map.of());

        assertThat(folder.resolve("last")).hasSameBinaryContentAs(folder.resolve("first"));
        Weights.of(encoder(new Seed(2), MemoryLayout.CHANNELS_LAST)).loadInto(last, manager);
        Safetensors.read(folder.resolve("first")).weights().loadInto(last, manager);
        assertThat(Weights.of(last).digest()).isEqualTo(Weights.of(first).digest());
    }

    static Stream<Shape> shapes() {
        return Stream.of(
                new Shape(4, 3, 5, 2),
                new Shape(4, 1, 3, 3),
                new Shape(4, 3, 1, 1),
                new Shape(1, 3, 2, 2),
                new Shape(4, 3),
                new Shape(3),
                new Shape());
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aCopyHasTheValuesInMemoryOfItsOwn(Shape shape) {
        float[] values = new float[Math.toIntExact(shape.size())];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        for (MemoryLayout layout : MemoryLayout.values()) {
            NDArray source = manager.create(FloatBuffer.wrap(values), shape, DataType.FLOAT32);
            int before = manager.getManagedArrays().size();

            NDArray copy = Storage.copy(source, layout);

            assertThat(manager.getManagedArrays()).hasSize(before + 1);
            source.addi(100);
            assertThat(Host.floats(copy)).containsExactly(values);
            assertThat(copy.getShape()).isEqualTo(shape);
            if (MemoryOrder.hasTwo(shape)) {
                assertThat(MemoryOrder.of(copy)).isEqualTo(layout);
            }
        }
    }

    @Test
    void aLayoutCannotBeChosenOnceThereIsStorage() {
        Layer layer = laidOut(new Conv2d(1, 1, 3, 1, 1), MemoryLayout.CHANNELS_LAST);

        assertThatThrownBy(() -> Parameters.layOut(layer, MemoryLayout.CHANNELS_FIRST))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a parameter's layout was chosen after its storage");
    }

    private Layer encoder(MemoryLayout layout) {
        return encoder(new Seed(1), layout);
    }

    private Layer encoder(Seed seed, MemoryLayout layout) {
        Layer encoder =
                Sequential.of(
                        Stem.SEVEN_BY_SEVEN.convolution(3, 8),
                        new BatchNorm2d(8),
                        Residual.bottleneck(8, 16, 2),
                        Residual.basic(16, 1, 1));
        Parameters.layOut(encoder, layout);
        Parameters.initialise(encoder, manager, seed);
        return encoder;
    }

    private Layer laidOut(Layer layer, MemoryLayout layout) {
        Parameters.layOut(layer, layout);
        Parameters.initialise(layer, manager, new Seed(1));
        return layer;
    }

    /** Of all but the 1x1 kernels, which lie alike in both. */
    private static List<MemoryLayout> layouts(Layer layer) {
        return layer.parameters().values().stream()
                .filter(parameter -> MemoryOrder.hasTwo(parameter.shape()))
                .map(parameter -> MemoryOrder.of(parameter.array()))
                .toList();
    }
}
