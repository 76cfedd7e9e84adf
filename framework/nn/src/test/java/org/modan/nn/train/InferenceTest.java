/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.nio.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.modan.spi.ImageSet;
import org.modan.spi.Layer;
import org.modan.spi.Mode;
import org.modan.spi.Parameter;

class InferenceTest {

    private static final ImageSet IMAGES = new GeneratedImages(21, 1, 4);

    private NDManager manager;

    @BeforeEach
    void open() {
        Engine.getInstance();
        manager = NDManager.newBaseManager();
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void givesOneRowForEachImageInTheSetsOrder() {
        float[][] rows = inference(4).outputs(new Flatten(), IMAGES);

        assertThat(rows).hasNumberOfRows(21);
        for (int index = 0; index < rows.length; index++) {
            assertThat(rows[index]).hasSize(16);
            for (int i = 0; i < 16; i++) {
                int pixel = GeneratedImages.pixel(index, i) & 0xFF;
                assertThat(rows[index][i]).isEqualTo((pixel / 255f - 0.5f) / 0.5f);
            }
        }
    }

    @Test
    void evaluatesSoThatABatchsCompanyHasNoInfluence() {
        Layer network = SmallNetworks.withBatchNorm(manager);

        assertThat(inference(21).outputs(network, IMAGES))
                .isDeepEqualTo(inference(21).outputs(network, IMAGES));
        float[][] alone = inference(1).outputs(network, IMAGES);
        float[][] together = inference(21).outputs(network, IMAGES);
        for (int index = 0; index < 21; index++) {
            assertThat(alone[index][0]).isCloseTo(together[index][0], within(1e-6f));
        }
    }

    @Test
    void leavesParametersAndBuffersAsTheyAreAndStillTrainable() {
        Layer network = SmallNetworks.withBatchNorm(manager);
        Map<String, Buffer> before = SmallNetworks.save(network);

        inference(4).outputs(network, IMAGES);

        assertThat(SmallNetworks.save(network)).isEqualTo(before);
        assertThat(network.parameters().values())
                .hasSize(9)
                .allMatch(parameter -> parameter.array().hasGradient() == parameter.trainable());
    }

    @Test
    void leavesNoArrayBehind() {
        Layer network = SmallNetworks.withBatchNorm(manager);
        int before = manager.getManagedArrays().size();

        inference(4).outputs(network, IMAGES);

        assertThat(manager.getManagedArrays()).hasSize(before);
    }

    @Test
    void keepsNoGraphInAThreadThatRecords() throws InterruptedException {
        Layer network = SmallNetworks.withBatchNorm(manager);
        List<Boolean> recorded = new ArrayList<>();
        Layer watched = new Watched(network, recorded);
        Thread thread =
                new Thread(
                        () -> {
                            float[] ones = new float[16];
                            try (NDArray input = manager.create(ones).reshape(1, 1, 4, 4)) {
                                watched.forward(input, Mode.EVALUATE).close();
                            }
                            inference(21).outputs(watched, IMAGES);
                        });
        thread.start();
        thread.join();

        // The first call shows that such a thread records by itself.
        assertThat(recorded).containsExactly(true, false);
    }

    @Test
    void anEmptySetHasNoRows() {
        assertThat(inference(4).outputs(new Flatten(), new GeneratedImages(0, 1, 4))).isEmpty();
    }

    @Test
    void refusesABatchOfNoImages() {
        assertThatThrownBy(() -> inference(0).outputs(new Flatten(), IMAGES))
                .hasMessage("the batch size is 0; set batch-size to 1 or more");
    }

    private Inference inference(int batchSize) {
        return new Inference(manager, batchSize, new Prefetch(2, 2));
    }

    /** Notes whether what the layer gave can be differentiated. */
    private record Watched(Layer layer, List<Boolean> recorded) implements Layer {

        @Override
        public Map<String, Parameter> parameters() {
            return layer.parameters();
        }

        @Override
        public NDArray forward(NDArray input, Mode mode) {
            NDArray output = layer.forward(input, mode);
            recorded.add(isRecorded(output));
            return output;
        }

        private static boolean isRecorded(NDArray output) {
            try (GradientCollector collector = Engine.getInstance().newGradientCollector();
                    NDArray sum = output.sum()) {
                collector.backward(sum);
                return true;
            } catch (EngineException e) {
                assertThat(e).hasMessageContaining("does not require grad");
                return false;
            }
        }
    }
}
