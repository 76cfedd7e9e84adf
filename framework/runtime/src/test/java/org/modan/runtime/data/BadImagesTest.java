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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.contract.phantom.RecordingPluginContext;
import org.modan.runtime.cache.CacheContents;
import org.modan.runtime.cache.CacheFile;
import org.modan.runtime.experiment.OnBadImage;
import org.modan.spi.Sample;

/** Opening datasets of which some images cannot be read. */
class BadImagesTest {

    private static final int CUT = -1;
    private static final int LOCKED = -2;
    private static final int SHORT = -3;

    @TempDir private Path folder;
    private final RecordingPluginContext context = new RecordingPluginContext();

    @Test
    void whatIsLeftIsTheDatasetWithoutItsBadImages() {
        OpenDataset skipped = skip(dataset(10, CUT, 20, LOCKED, 30));
        OpenDataset clean =
                PaintedFactory.open(
                        new PaintedDataset("a", "b")
                                .add(sample(0), 10)
                                .add(sample(2), 20)
                                .add(sample(4), 30));

        assertThat(skipped.samples()).extracting(Sample::id).containsExactly("0", "2", "4");
        assertThat(skipped.contents()).isEqualTo(clean.contents());
        assertThat(skipped.digest()).isEqualTo(clean.digest());
        assertThat(skipped.skipped())
                .containsExactly(
                        new Unreadable("1", "ends after 7 bytes; the file is cut off"),
                        new Unreadable("3", "permission denied"));
        assertThat(context.warnings()).isEmpty();
    }

    /** As of Java's own streams at the end of a file. */
    @Test
    void anImageOfWhichNoReasonIsGivenIsLeftOutLikeAnyOther() {
        assertThat(skip(dataset(10, SHORT, 20)).skipped())
                .containsExactly(new Unreadable("1", "it ends too early"));
    }

    @Test
    void imagesThatCouldBeDecodedAreNotDecodedAgain() {
        skip(dataset(10, CUT, 20));
        PaintedDataset again = dataset(10, CUT, 20);
        OpenDataset opened = skip(again);

        assertThat(again.reads()).as("the bad one, which may have been mended").isEqualTo(1);
        assertThat(opened.skipped()).extracting(Unreadable::id).containsExactly("1");
    }

    @Test
    void tellsWhenTheFileWasLastUsed() throws IOException {
        skip(dataset(10, CUT, 20));
        Files.setLastModifiedTime(file(), FileTime.from(Instant.now().minus(Duration.ofDays(40))));

        skip(dataset(10, CUT, 20));

        assertThat(Files.getLastModifiedTime(file()).toInstant())
                .isAfter(Instant.now().minus(Duration.ofDays(1)));
    }

    @Test
    void anImageThatCouldNotBeReadForAMomentIsTakenBack() {
        skip(dataset(10, CUT, 20));
        PaintedDataset mended = dataset(10, CUT, 20).mend();
        PaintedDataset after = dataset(10, CUT, 20).mend();

        assertThat(skip(mended).skipped()).isEmpty();
        assertThat(skip(after).skipped()).isEmpty();
        assertThat(after.reads()).isZero();
    }

    @Test
    void otherImagesAreTriedForThemselves() {
        skip(dataset(10, CUT, 20));
        PaintedDataset other = dataset(10, CUT, 21);
        skip(other);

        assertThat(other.reads()).isEqualTo(3);
    }

    @Test
    void aDamagedFileIsMadeAgain() throws IOException {
        OpenDataset first = skip(dataset(10, CUT, 20));
        byte[] whole = Files.readAllBytes(file());
        byte[] flipped = whole.clone();
        flipped[1] = '+';

        for (byte[] damaged :
                List.of(flipped, new byte[0], new byte[] {'+'}, Files.readAllBytes(file()))) {
            Files.write(file(), damaged);
            PaintedDataset dataset = dataset(10, CUT, 20);

            assertThat(skip(dataset).skipped()).isEqualTo(first.skipped());
            assertThat(Files.readAllBytes(file())).isEqualTo(whole);
        }
        assertThat(context.warnings()).containsExactly(told(), told(), told());
    }

    private String told() throws IOException {
        return "%s is damaged and is made again: it does not have the checksum it was kept with"
                .formatted(file());
    }

    @Test
    void whereNothingCanBeKeptImagesAreDecodedEachTime() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        PaintedDataset dataset = dataset(10, CUT, 20);

        OpenDataset opened =
                PaintedFactory.open(dataset, file.resolve("cache"), OnBadImage.SKIP, context);

        assertThat(opened.skipped()).extracting(Unreadable::id).containsExactly("1");
        assertThat(dataset.reads()).isEqualTo(3);
        assertThat(context.warnings())
                .singleElement()
                .asString()
                .startsWith("which images can be read cannot be kept in " + file);
    }

    @Test
    void severalMayAskAtOnce() {
        List<Integer> reads =
                IntStream.range(0, 4)
                        .parallel()
                        .mapToObj(
                                i -> {
                                    PaintedDataset dataset = dataset(10, CUT, 20);
                                    assertThat(skip(dataset).skipped()).hasSize(1);
                                    return dataset.reads();
                                })
                        .toList();

        assertThat(reads).contains(3).allMatch(count -> count == 1 || count == 3);
        assertThat(folder.toFile().list()).noneMatch(name -> name.endsWith(".tmp"));
    }

    @Test
    void theFileIsOneOfTheCache() throws IOException {
        skip(dataset(10, CUT, 20));

        assertThat(new CacheContents(folder, List.of(new DecodingVerdicts())).verified())
                .singleElement()
                .satisfies(
                        file -> {
                            assertThat(file.state()).isEqualTo(CacheFile.State.WHOLE);
                            assertThat(file.text()).isEqualTo("3 images, 1 unreadable");
                        });
    }

    @Test
    void refusesADatasetOfWhichNothingOrAClassWithoutImagesIsLeft() {
        assertThatThrownBy(() -> skip(dataset(CUT, LOCKED)))
                .hasMessage(
                        "corpus: none of the 2 images can be read: 0 (ends after 7 bytes; the file is cut off), 1 (permission denied)");
        PaintedDataset lost = new PaintedDataset("a", "b", "c");
        for (int i = 0; i < 8; i++) {
            lost.add(
                    Sample.withId(Integer.toString(i)).label(i % 2).build(),
                    i % 2 == 0 ? i : i == 7 ? LOCKED : CUT);
        }
        assertThatThrownBy(() -> skip(lost))
                .hasMessage(
                        "corpus: no image of class b can be read; 4 of 8 images cannot: 1 (ends after 7 bytes; the file is cut off), 3 (ends after 7 bytes; the file is cut off), 5 (ends after 7 bytes; the file is cut off) and 1 more");
    }

    @Test
    void withoutAWordOfSkippingAllAreCounted() {
        assertThatThrownBy(
                        () ->
                                PaintedFactory.open(
                                        dataset(1, LOCKED, 2), folder, OnBadImage.FAIL, context))
                .hasMessageContaining(
                        "corpus: 1 of 3 images cannot be read:\n  1: permission denied");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void warnsLouderWhereMoreThanATenthIsBad() {
        List<Unreadable> one = List.of(new Unreadable("x.png", "cut off"));

        assertThat(BadImages.warning(10, one))
                .isEqualTo("1 of 10 images cannot be read and is left out: x.png (cut off)");
        assertThat(BadImages.warning(9, one))
                .isEqualTo(
                        "1 of 9 images cannot be read and is left out, more than a tenth of the dataset: x.png (cut off)");
    }

    private OpenDataset skip(PaintedDataset dataset) {
        return PaintedFactory.open(dataset, folder, OnBadImage.SKIP, context);
    }

    /** The only one there is. */
    private Path file() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".decodable"))
                    .reduce(
                            (one, other) -> {
                                throw new AssertionError(one + " and " + other);
                            })
                    .orElseThrow();
        }
    }

    private static PaintedDataset dataset(int... greys) {
        PaintedDataset dataset = new PaintedDataset("a", "b");
        for (int i = 0; i < greys.length; i++) {
            dataset.add(sample(i), greys[i]);
        }
        return dataset;
    }

    private static Sample sample(int i) {
        return Sample.withId(Integer.toString(i)).label(0).build();
    }
}
