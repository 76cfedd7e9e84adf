/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.modan.nn.image.Augmenter;
import org.modan.spi.AugmentationSpec;
import org.modan.spi.ErrorCode;
import org.modan.spi.ImageSet;
import org.modan.spi.ModanException;
import org.modan.spi.Seed;

class BatchLoaderTest {

    private static final Seed SEED = new Seed(9);
    private static final Views TWO_VIEWS = new Views(AugmentationSpec.contrastive(), 2, SEED);
    private static final ImageSet IMAGES = new GeneratedImages(23, 3, 8);
    private static final int PIXELS = 3 * 8 * 8;

    @BeforeEach
    void outliveEarlierTests() throws InterruptedException {
        // A thread still exists for an instant after its pool has ended.
        joinLoaderThreads();
    }

    /** What a batch held. */
    private record Content(int[] indices, float[] values) {}

    @Test
    void laysOutViewZeroOfAllImagesThenViewOneNormalised() {
        Views views = new Views(AugmentationSpec.none(), 2, SEED);
        try (BatchLoader loader = loader(IMAGES, views, new Prefetch(1, 1));
                BatchStream batches = loader.epoch(0);
                Batch batch = batches.next()) {
            assertThat(batch.shape()).isEqualTo(new Shape(8, 3, 8, 8));
            assertThat(batch.images()).isEqualTo(4);
            FloatBuffer values = batch.values();
            for (int row = 0; row < 8; row++) {
                int index = batch.indices()[row % 4];
                for (int i = 0; i < PIXELS; i++) {
                    int pixel = GeneratedImages.pixel(index, i) & 0xFF;
                    assertThat(values.get()).isEqualTo((pixel / 255f - 0.5f) / 0.5f);
                }
            }
            assertThat(values.hasRemaining()).isFalse();
        }
    }

    @Test
    void aViewIsDrawnFromEpochSampleAndViewAlone() {
        try (BatchLoader loader = loader(IMAGES, TWO_VIEWS, new Prefetch(1, 1));
                BatchStream batches = loader.epoch(5);
                Batch batch = batches.next()) {
            int index = batch.indices()[2];
            byte[] image = new byte[PIXELS];
            byte[] view = new byte[PIXELS];
            IMAGES.read(index, image);
            Seed seed = SEED.derive("augment", 5, "image-" + index, 1);
            new Augmenter(AugmentationSpec.contrastive(), 3, 8).view(image, view, seed.random());

            FloatBuffer row = batch.values().position((4 + 2) * PIXELS);
            for (int i = 0; i < PIXELS; i++) {
                assertThat(row.get()).isEqualTo(((view[i] & 0xFF) / 255f - 0.5f) / 0.5f);
            }
        }
    }

    @Test
    void theTwoViewsOfAnImageDiffer() {
        Content first = contents(loader(IMAGES, TWO_VIEWS, new Prefetch(1, 1)), 0).get(0);

        assertThat(Arrays.copyOfRange(first.values(), 0, PIXELS))
                .isNotEqualTo(Arrays.copyOfRange(first.values(), 4 * PIXELS, 5 * PIXELS));
    }

    @Test
    void batchesDoNotDependOnThreadsOrEarlierEpochs() {
        BatchLoader several = loader(IMAGES, TWO_VIEWS, new Prefetch(4, 7));
        try (BatchStream abandoned = several.epoch(0)) {
            abandoned.next().close();
        }
        List<Content> expected = contents(loader(IMAGES, TWO_VIEWS, new Prefetch(1, 1)), 3);
        List<Content> actual = contents(several, 3);

        assertThat(expected).hasSize(6);
        assertThat(actual).usingRecursiveComparison().isEqualTo(expected);
    }

    @Test
    void aShortLastBatchIsNoLargerThanItsImages() {
        List<Content> contents = contents(loader(IMAGES, TWO_VIEWS, new Prefetch(2, 2)), 0);

        assertThat(contents.get(5).indices()).hasSize(3);
        assertThat(contents.get(5).values()).hasSize(2 * 3 * PIXELS);
    }

    @Test
    void becomesAnArrayOfTheSameValues() {
        try (NDManager manager = NDManager.newBaseManager();
                BatchLoader loader = loader(IMAGES, TWO_VIEWS, new Prefetch(1, 2));
                BatchStream batches = loader.epoch(0);
                Batch batch = batches.next();
                NDArray array = batch.toArray(manager)) {
            float[] values = new float[2 * 4 * PIXELS];
            batch.values().get(values);
            assertThat(array.getShape()).isEqualTo(batch.shape());
            assertThat(array.toFloatArray()).isEqualTo(values);
        }
    }

    @Test
    void aClosedBatchIsNotReadAgain() {
        try (BatchLoader loader = loader(IMAGES, TWO_VIEWS, new Prefetch(1, 1));
                BatchStream batches = loader.epoch(0)) {
            Batch batch = batches.next();
            batch.close();
            batch.close();

            assertThatThrownBy(batch::values)
                    .hasMessage("the batch is closed; its memory holds another");
        }
    }

    @Test
    void aFailureInAThreadReachesTheConsumerWithSampleAndCause() throws InterruptedException {
        IOException cause = new IOException("the file is truncated");
        ImageSet broken =
                new GeneratedImages(23, 3, 8) {
                    @Override
                    public void read(int index, byte[] destination) {
                        if (index == 17) {
                            throw new UncheckedIOException(cause);
                        }
                    }
                };
        assertThatThrownBy(() -> contents(loader(broken, TWO_VIEWS, new Prefetch(3, 4)), 0))
                .isInstanceOf(ModanException.class)
                .hasMessageStartingWith("sample image-17 could not be read: ")
                .hasMessageContaining("the file is truncated")
                .hasRootCause(cause)
                .extracting("code")
                .isEqualTo(ErrorCode.DATASET);
        joinLoaderThreads();
        assertThat(loaderThreads()).isEmpty();
    }

    @Test
    void memoryThatRunsOutInAThreadIsSaidWithItsRemedy() {
        ImageSet greedy =
                new GeneratedImages(23, 3, 8) {
                    @Override
                    public void read(int index, byte[] destination) {
                        throw new OutOfMemoryError("Cannot reserve direct buffer memory");
                    }
                };
        assertThatThrownBy(() -> contents(loader(greedy, TWO_VIEWS, new Prefetch(1, 1)), 0))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        "no memory is left for another batch; lower batch-size, or give Java more with -Xmx");
    }

    @Test
    void refusesABatchThatFitsNoBuffer() {
        ImageSet large = new GeneratedImages(3000, 3, 224);
        BatchOrder order = BatchOrder.shuffled(3000, 2048, SEED);

        assertThatThrownBy(() -> new BatchLoader(large, order, TWO_VIEWS, new Prefetch(1, 1)))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        "a batch of 2048 images, 2 views each, takes 2352 MiB and may take 2047; lower batch-size or image-size");
    }

    @Test
    void closingEndsAllThreadsInTheMiddleOfABatch() throws InterruptedException {
        ImageSet slow =
                new GeneratedImages(400, 1, 8) {
                    @Override
                    public void read(int index, byte[] destination) {
                        LockSupport.parkNanos(50_000_000);
                    }
                };
        BatchOrder order = BatchOrder.shuffled(400, 200, SEED);
        BatchLoader loader = new BatchLoader(slow, order, TWO_VIEWS, new Prefetch(2, 2));
        loader.epoch(0);
        assertThat(loaderThreads()).hasSize(2).allMatch(Thread::isDaemon);

        loader.close();

        joinLoaderThreads();
        assertThat(loaderThreads()).isEmpty();
    }

    private static BatchLoader loader(ImageSet images, Views views, Prefetch prefetch) {
        BatchOrder order = BatchOrder.shuffled(images.size(), 4, SEED);
        return new BatchLoader(images, order, views, prefetch);
    }

    private static List<Content> contents(BatchLoader loader, int epoch) {
        List<Content> contents = new ArrayList<>();
        try (loader;
                BatchStream batches = loader.epoch(epoch)) {
            while (batches.hasNext()) {
                try (Batch batch = batches.next()) {
                    float[] values = new float[batch.values().remaining()];
                    batch.values().get(values);
                    contents.add(new Content(batch.indices(), values));
                }
            }
        }
        return contents;
    }

    private static void joinLoaderThreads() throws InterruptedException {
        for (Thread thread : loaderThreads()) {
            thread.join(1000);
        }
    }

    private static List<Thread> loaderThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("modan-loader-"))
                .toList();
    }
}
