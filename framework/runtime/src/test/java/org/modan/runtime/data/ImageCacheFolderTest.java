/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.spi.ErrorCode;
import org.modan.spi.ImageSet;
import org.modan.spi.ModanException;

/** What becomes of the folder of decoded images, and what others do to it. */
class ImageCacheFolderTest {

    @TempDir Path folder;
    private PaintedCache cache;

    @BeforeEach
    void open() {
        cache = new PaintedCache(folder);
    }

    @Test
    void refusesToBeginWhatTheDiskCannotHold() {
        PaintedDataset painted = PaintedCache.dataset(5000);

        assertThatThrownBy(() -> cache.images(painted, new ImageFormat(46_340, 1)))
                .isInstanceOfSatisfying(
                        ModanException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.OUTPUT))
                .hasMessageMatching(
                        "the image cache .*\\.u8 cannot be written: the disk has too little room; it needs 11 TB and .* are free; make room \\(modan cache shows what there is to delete\\), or set MODAN_CACHE to another folder");
        assertThat(painted.reads()).isZero();
        assertThat(cache.files()).isEmpty();
    }

    @Test
    void saysWhyItsFolderCannotBeMade() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");

        assertThatThrownBy(
                        () ->
                                new ImageCache(file, cache.warnings()::add)
                                        .images(
                                                PaintedFactory.open(PaintedCache.dataset(3)),
                                                PaintedCache.FORMAT,
                                                done -> {}))
                .isInstanceOf(ModanException.class)
                .hasMessageContaining("it needs 76 bytes")
                .hasMessageContaining("something of that name is there already");
    }

    @Test
    void isBuiltAgainWhenTheUnfinishedFileIsDeleted() throws IOException {
        PaintedDataset painted = PaintedCache.dataset(3);
        AtomicBoolean deleted = new AtomicBoolean();

        ImageSet images =
                cache.images(
                        painted,
                        done -> {
                            if (!deleted.getAndSet(true)) {
                                PaintedCache.delete(cache.files());
                            }
                        });

        assertThat(PaintedCache.greys(images)).containsExactly(0, 1, 2);
        assertThat(painted.reads()).isEqualTo(6);
        assertThat(cache.files()).hasSize(1);
    }

    @Test
    void givesUpWhenItIsDeletedAgainAndAgain() throws IOException {
        PaintedDataset painted = PaintedCache.dataset(3);

        assertThatThrownBy(() -> cache.images(painted, done -> PaintedCache.delete(cache.files())))
                .isInstanceOf(ModanException.class)
                .hasMessageEndingWith(
                        ".u8 was deleted 3 times while it was being written; see what deletes it, or set MODAN_CACHE to another folder");
        assertThat(painted.reads()).isEqualTo(9);
        assertThat(cache.files()).isEmpty();
    }

    @Test
    void imagesThatAreOpenOutliveTheirFile() {
        ImageSet images = cache.images(PaintedCache.dataset(3), PaintedCache.FORMAT);

        PaintedCache.delete(cache.files());

        assertThat(PaintedCache.greys(images)).containsExactly(0, 1, 2);
    }

    @Test
    void removesWhatKilledProcessesLeftAndNothingElse() throws IOException {
        cache.images(PaintedCache.dataset(3), PaintedCache.FORMAT);
        String name = cache.files().get(0).getFileName().toString();
        Path leftover = file(name + ".6f9619ff-8b86-d011-b42d-00c04fc964ff.tmp");
        Path ofAFormerVersion = file(name + ".4711.tmp");
        Path ofAnotherKind =
                file("a".repeat(64) + ".decodable.6f9619ff-8b86-d011-b42d-00c04fc964ff.tmp");
        Path young = file(name + ".00000000-8b86-d011-b42d-00c04fc964ff.tmp");
        Path foreign = file("report.5.tmp");
        for (Path file : List.of(leftover, ofAFormerVersion, ofAnotherKind, foreign)) {
            age(file, Duration.ofMinutes(11));
        }

        cache.images(PaintedCache.dataset(4), PaintedCache.FORMAT);

        assertThat(leftover).doesNotExist();
        assertThat(ofAFormerVersion).doesNotExist();
        assertThat(ofAnotherKind).doesNotExist();
        assertThat(young).exists();
        assertThat(foreign).exists();
    }

    @Test
    void tellsWhenAFileWasLastUsed() throws IOException {
        PaintedDataset painted = PaintedCache.dataset(3);
        cache.images(painted, PaintedCache.FORMAT);
        age(cache.files().get(0), Duration.ofDays(40));

        cache.images(painted, PaintedCache.FORMAT);

        assertThat(Files.getLastModifiedTime(cache.files().get(0)).toInstant())
                .isAfter(Instant.now().minus(Duration.ofDays(1)));
    }

    private Path file(String name) throws IOException {
        return Files.write(folder.resolve(name), new byte[3]);
    }

    private static void age(Path file, Duration age) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    }
}
