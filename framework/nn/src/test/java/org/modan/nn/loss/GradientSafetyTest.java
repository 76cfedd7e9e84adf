/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.loss;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.modan.spi.Seed;
import org.modan.spi.Targets;

/**
 * Between forward and backward the garbage collector may run. What the graph keeps must not lie in
 * memory that it frees, or gradients are now and then garbage: see {@code Scalars}.
 */
class GradientSafetyTest {

    private static final int IMAGES = 6;
    private static final int WIDTH = 5;

    static Stream<Arguments> losses() {
        return Stream.of(
                        new MulSupConLoss(0.07, 0.3),
                        new MulSupConLoss(0.07, JaccardAffinity.weighted(0.3, 1, 2, 3, 1, 2, 3)),
                        new NtXentLoss(0.1),
                        new SupConLoss(0.1),
                        new CrossEntropyLoss())
                .flatMap(
                        loss ->
                                Stream.of(DataType.FLOAT32, DataType.FLOAT64)
                                        .map(type -> Arguments.of(loss, type)));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void aGarbageCollectionBetweenForwardAndBackwardChangesNoGradient(Loss loss, DataType type)
            throws Exception {
        Number[] expected = gradient(loss, type, false);

        assertThat(gradient(loss, type, true)).isEqualTo(expected);
    }

    private static Number[] gradient(Loss loss, DataType type, boolean collect) throws Exception {
        try (NDManager manager = NDManager.newBaseManager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray outputs =
                    manager.create(values(), new Shape(2 * IMAGES, WIDTH))
                            .toType(type, false)
                            .duplicate();
            outputs.setRequiresGradient(true);
            NDArray metadata = manager.eye(IMAGES);
            NDArray classes = manager.create(new long[] {0, 1, 2, 0, 1, 2});
            NDArray value = loss.of(outputs, Targets.of(metadata, classes));
            if (collect) {
                overwriteFreedMemory();
            }
            collector.backward(value);
            return outputs.getGradient().toArray();
        }
    }

    /** Collects garbage and fills the small blocks that are freed by it with ones. */
    private static void overwriteFreedMemory() throws InterruptedException {
        WeakReference<ByteBuffer> probe = new WeakReference<>(ByteBuffer.allocateDirect(8));
        while (probe.get() != null) {
            System.gc();
            Thread.sleep(10);
        }
        Thread.sleep(50); // cleaners run on a thread of their own
        List<ByteBuffer> blocks = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            blocks.add(ByteBuffer.allocateDirect(8).putLong(0, -1L));
        }
        assertThat(blocks).hasSize(20_000);
    }

    private static float[] values() {
        float[] values = new float[2 * IMAGES * WIDTH];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (new Seed(i).random().nextDouble() - 0.5);
        }
        return values;
    }
}
