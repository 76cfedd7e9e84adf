/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modan.spi.ErrorCode;
import org.modan.spi.ImageSet;
import org.modan.spi.ModanException;
import org.modan.spi.Sample;

class ImageCacheTest {

    private static final ImageFormat FORMAT = new ImageFormat(4, 1);

    @TempDir Path folder;

    private final List<String> warnings = new ArrayList<>();

    @Test
    void decodesEachImageOnce() {
        PaintedDataset painted = painted(300);

        assertThat(greys(images(painted, FORMAT))).hasSize(300).startsWith(0, 1, 2).endsWith(43);
        assertThat(painted.reads()).isEqualTo(300);

        assertThat(greys(images(painted, FORMAT))).hasSize(300).startsWith(0, 1, 2).endsWith(43);
        assertThat(painted.reads()).isEqualTo(300);
        assertThat(warnings).isEmpty();
    }

    @Test
    void anotherSizeOrNumberOfChannelsIsAnotherFile() throws IOException {
        PaintedDataset painted = painted(3);

        images(painted, FORMAT);
        images(painted, new ImageFormat(8, 1));
        ImageSet rgb = images(painted, new ImageFormat(4, 3));

        assertThat(files()).hasSize(3);
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
        PaintedDataset painted = painted(3);
        images(painted, FORMAT);
        Path file = files().get(0);
        byte[] bytes = Files.readAllBytes(file);
        bytes[position] ^= 1;
        Files.write(file, bytes);

        assertThat(greys(images(painted, FORMAT))).containsExactly(0, 1, 2);

        assertThat(painted.reads()).isEqualTo(6);
        assertThat(warnings)
                .containsExactly(
                        "the image cache %s is damaged and is built again: %s"
                                .formatted(file, reason));
        images(painted, FORMAT);
        assertThat(painted.reads()).isEqualTo(6);
    }

    @Test
    void aTruncatedFileIsBuiltAgain() throws IOException {
        PaintedDataset painted = painted(3);
        images(painted, FORMAT);
        Path file = files().get(0);
        byte[] whole = Files.readAllBytes(file);

        for (int length : new int[] {0, 5, 28, 70}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(greys(images(painted, FORMAT))).containsExactly(0, 1, 2);
        }

        assertThat(warnings)
                .extracting(warning -> warning.substring(warning.lastIndexOf(": ") + 2))
                .containsExactly(
                        "it ends after 0 bytes",
                        "it ends after 5 bytes",
                        "it has 28 bytes instead of 76",
                        "it has 70 bytes instead of 76");
    }

    @Test
    void namesUnreadableImagesAndLeavesNoFile() throws IOException {
        PaintedDataset painted = painted(10);
        for (int i = 0; i < 7; i++) {
            painted.add(Sample.withId("bad-" + i + ".png").label(0).build(), -1);
        }

        assertThatThrownBy(() -> images(painted, FORMAT))
                .isInstanceOfSatisfying(
                        ModanException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.DATASET))
                .hasMessageStartingWith("corpus: 7 of 17 images cannot be read:\n  bad-0.png: ends")
                .hasMessageContaining("\n  and 2 more\n");
        assertThat(files()).isEmpty();
    }

    @Test
    void refusesToBeginWhatTheDiskCannotHold() {
        PaintedDataset painted = painted(5000);

        assertThatThrownBy(() -> images(painted, new ImageFormat(46_340, 1)))
                .isInstanceOfSatisfying(
                        ModanException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.OUTPUT))
                .hasMessageMatching(
                        "the image cache .*\\.u8 cannot be written: the disk has too little room; it needs 11 TB and .* are free; make room \\(modan cache shows what there is to delete\\), or set MODAN_CACHE to another folder");
        assertThat(painted.reads()).isZero();
        assertThat(files()).isEmpty();
    }

    @Test
    void saysWhyItsFolderCannotBeMade() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");

        assertThatThrownBy(
                        () ->
                                new ImageCache(file, warnings::add)
                                        .images(
                                                PaintedFactory.open(painted(3)),
                                                FORMAT,
                                                done -> {}))
                .isInstanceOf(ModanException.class)
                .hasMessageContaining("it needs 76 bytes")
                .hasMessageContaining("something of that name is there already");
    }

    @Test
    void isBuiltAgainWhenTheUnfinishedFileIsDeleted() throws IOException {
        PaintedDataset painted = painted(3);
        AtomicBoolean deleted = new AtomicBoolean();

        ImageSet images =
                images(
                        painted,
                        done -> {
                            if (!deleted.getAndSet(true)) {
                                delete(files());
                            }
                        });

        assertThat(greys(images)).containsExactly(0, 1, 2);
        assertThat(painted.reads()).isEqualTo(6);
        assertThat(files()).hasSize(1);
    }

    @Test
    void givesUpWhenItIsDeletedAgainAndAgain() throws IOException {
        PaintedDataset painted = painted(3);

        assertThatThrownBy(() -> images(painted, done -> delete(files())))
                .isInstanceOf(ModanException.class)
                .hasMessageEndingWith(
                        ".u8 was deleted 3 times while it was being written; see what deletes it, or set MODAN_CACHE to another folder");
        assertThat(painted.reads()).isEqualTo(9);
        assertThat(files()).isEmpty();
    }

    @Test
    void imagesThatAreOpenOutliveTheirFile() {
        ImageSet images = images(painted(3), FORMAT);

        delete(files());

        assertThat(greys(images)).containsExactly(0, 1, 2);
    }

    @Test
    void anotherThatNeedsTheSameFileWaitsForIt() throws Exception {
        PaintedDataset painted = painted(3);
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

        new ImageCache(folder, warnings::add)
                .images(
                        dataset,
                        FORMAT,
                        done -> {
                            others.add(
                                    CompletableFuture.supplyAsync(
                                            () -> second.images(dataset, FORMAT, more -> {})));
                            await(waits);
                        });

        assertThat(greys(others.get(0).get(60, TimeUnit.SECONDS))).containsExactly(0, 1, 2);
        assertThat(painted.reads()).isEqualTo(3);
        assertThat(told)
                .containsExactly(
                        "another process is decoding the same images; this one waits for it");
        assertThat(warnings).isEmpty();
    }

    @Test
    void anInterruptionIsNoFailure() {
        PaintedDataset painted = painted(3);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> images(painted, FORMAT)).isInstanceOf(CancellationException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(files()).isEmpty();
    }

    @Test
    void tellsWhenAFileWasLastUsed() throws IOException {
        PaintedDataset painted = painted(3);
        images(painted, FORMAT);
        age(files().get(0), Duration.ofDays(40));

        images(painted, FORMAT);

        assertThat(Files.getLastModifiedTime(files().get(0)).toInstant())
                .isAfter(Instant.now().minus(Duration.ofDays(1)));
    }

    @Test
    void removesWhatKilledProcessesLeftAndNothingElse() throws IOException {
        images(painted(3), FORMAT);
        String name = files().get(0).getFileName().toString();
        Path leftover = file(name + ".6f9619ff-8b86-d011-b42d-00c04fc964ff.tmp");
        Path ofAFormerVersion = file(name + ".4711.tmp");
        Path young = file(name + ".00000000-8b86-d011-b42d-00c04fc964ff.tmp");
        Path foreign = file("report.5.tmp");
        for (Path file : List.of(leftover, ofAFormerVersion, foreign)) {
            age(file, Duration.ofMinutes(11));
        }

        images(painted(4), FORMAT);

        assertThat(leftover).doesNotExist();
        assertThat(ofAFormerVersion).doesNotExist();
        assertThat(young).exists();
        assertThat(foreign).exists();
    }

    private Path file(String name) throws IOException {
        return Files.write(folder.resolve(name), new byte[3]);
    }

    private static void age(Path file, Duration age) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    }

    private static void delete(List<Path> files) {
        for (Path file : files) {
            assertThat(file.toFile().delete()).isTrue();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private ImageSet images(PaintedDataset painted, IntConsumer progress) {
        return new ImageCache(folder, warnings::add)
                .images(PaintedFactory.open(painted), FORMAT, progress);
    }

    private ImageSet images(PaintedDataset painted, ImageFormat format) {
        return new ImageCache(folder, warnings::add)
                .images(PaintedFactory.open(painted), format, done -> {});
    }

    /** All but the locks. */
    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.endsWith(".lock")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PaintedDataset painted(int images) {
        PaintedDataset painted = new PaintedDataset("a", "b");
        for (int i = 0; i < images; i++) {
            painted.add(Sample.withId(i + ".png").label(i % 2).build(), i % 256);
        }
        return painted;
    }

    private static List<Integer> greys(ImageSet images) {
        List<Integer> greys = new ArrayList<>();
        byte[] pixels = new byte[FORMAT.bytes()];
        for (int i = 0; i < images.size(); i++) {
            images.read(i, pixels);
            greys.add(pixels[0] & 0xff);
        }
        return greys;
    }
}
