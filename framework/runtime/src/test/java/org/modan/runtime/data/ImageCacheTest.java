/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modan.spi.ErrorCode;
import org.modan.spi.ImageSet;
import org.modan.spi.ModanException;
import org.modan.spi.Sample;

class ImageCacheTest {

    @TempDir Path folder;
    private PaintedCache cache;

    @BeforeEach
    void open() {
        cache = new PaintedCache(folder);
    }

    @Test
    void decodesEachImageOnce() {
        PaintedDataset painted = PaintedCache.dataset(300);

        assertThat(PaintedCache.greys(cache.images(painted, PaintedCache.FORMAT)))
                .hasSize(300)
                .startsWith(0, 1, 2)
                .endsWith(43);
        assertThat(painted.reads()).isEqualTo(300);

        assertThat(PaintedCache.greys(cache.images(painted, PaintedCache.FORMAT)))
                .hasSize(300)
                .startsWith(0, 1, 2)
                .endsWith(43);
        assertThat(painted.reads()).isEqualTo(300);
        assertThat(cache.warnings()).isEmpty();
    }

    @Test
    void anotherSizeOrNumberOfChannelsIsAnotherFile() throws IOException {
        PaintedDataset painted = PaintedCache.dataset(3);

        cache.images(painted, PaintedCache.FORMAT);
        cache.images(painted, new ImageFormat(8, 1));
        ImageSet rgb = cache.images(painted, new ImageFormat(4, 3));

        assertThat(cache.files()).hasSize(3);
        byte[] pixels = new byte[48];
        rgb.read(2, pixels);
        assertThat(pixels).containsOnly(2);
    }

    @ParameterizedTest
    @CsvSource({
        "0, it does not begin as such a file does",
        "3, it does not begin as such a file does",
        "7, 'it is of version 0, and this Modan reads version 1'",
        "11, it has 76 bytes instead of 60",
        "15, it has 76 bytes instead of 103",
        "19, it claims to hold 3 images of 4 x 4 x 0",
        "24, its pixels do not have the checksum they were kept with",
        "60, its pixels do not have the checksum they were kept with",
        "75, its pixels do not have the checksum they were kept with"
    })
    void aDamagedFileIsSaidAndBuiltAgain(int position, String reason) throws IOException {
        PaintedDataset painted = PaintedCache.dataset(3);
        cache.images(painted, PaintedCache.FORMAT);
        Path file = cache.files().get(0);
        byte[] bytes = Files.readAllBytes(file);
        bytes[position] ^= 1;
        Files.write(file, bytes);

        assertThat(PaintedCache.greys(cache.images(painted, PaintedCache.FORMAT)))
                .containsExactly(0, 1, 2);

        assertThat(painted.reads()).isEqualTo(6);
        assertThat(cache.warnings())
                .containsExactly(
                        "the image cache %s is damaged and is built again: %s"
                                .formatted(file, reason));
        cache.images(painted, PaintedCache.FORMAT);
        assertThat(painted.reads()).isEqualTo(6);
    }

    @Test
    void aTruncatedFileIsBuiltAgain() throws IOException {
        PaintedDataset painted = PaintedCache.dataset(3);
        cache.images(painted, PaintedCache.FORMAT);
        Path file = cache.files().get(0);
        byte[] whole = Files.readAllBytes(file);

        for (int length : new int[] {0, 5, 28, 70}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(PaintedCache.greys(cache.images(painted, PaintedCache.FORMAT)))
                    .containsExactly(0, 1, 2);
        }

        assertThat(cache.warnings())
                .extracting(warning -> warning.substring(warning.lastIndexOf(": ") + 2))
                .containsExactly(
                        "it ends after 0 bytes",
                        "it ends after 5 bytes",
                        "it has 28 bytes instead of 76",
                        "it has 70 bytes instead of 76");
    }

    @Test
    void namesUnreadableImagesAndLeavesNoFile() throws IOException {
        PaintedDataset painted = PaintedCache.dataset(10);
        for (int i = 0; i < 7; i++) {
            painted.add(Sample.withId("bad-" + i + ".png").label(0).build(), -1);
        }

        assertThatThrownBy(() -> cache.images(painted, PaintedCache.FORMAT))
                .isInstanceOfSatisfying(
                        ModanException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.DATASET))
                .hasMessageStartingWith("corpus: 7 of 17 images cannot be read:\n  bad-0.png: ends")
                .hasMessageContaining("\n  and 2 more\n");
        assertThat(cache.files()).isEmpty();
    }

    @Test
    void anotherThatNeedsTheSameFileWaitsForIt() throws Exception {
        PaintedDataset painted = PaintedCache.dataset(3);
        OpenDataset dataset = PaintedFactory.open(painted);
        CountDownLatch waits = new CountDownLatch(1);
        List<String> told = new CopyOnWriteArrayList<>();
        ImageCache second =
                new ImageCache(
                        folder,
                        warning -> {
                            told.add(warning);
                            waits.countDown();
                        });
        List<CompletableFuture<ImageSet>> others = new ArrayList<>();

        new ImageCache(folder, cache.warnings()::add)
                .images(
                        dataset,
                        PaintedCache.FORMAT,
                        done -> {
                            others.add(
                                    CompletableFuture.supplyAsync(
                                            () ->
                                                    second.images(
                                                            dataset,
                                                            PaintedCache.FORMAT,
                                                            more -> {})));
                            await(waits);
                        });

        assertThat(PaintedCache.greys(others.get(0).get(60, TimeUnit.SECONDS)))
                .containsExactly(0, 1, 2);
        assertThat(painted.reads()).isEqualTo(3);
        assertThat(told)
                .containsExactly(
                        "another process is decoding the same images; this one waits for it");
        assertThat(cache.warnings()).isEmpty();
    }

    @Test
    void anInterruptionIsNoFailure() {
        PaintedDataset painted = PaintedCache.dataset(3);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> cache.images(painted, PaintedCache.FORMAT))
                .isInstanceOf(CancellationException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(cache.files()).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
