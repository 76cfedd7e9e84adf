/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.runtime.cache.CacheFile.State;
import org.modan.runtime.data.DecodedImages;

class CacheContentsTest {

    private static final String UNIQUE = ".6f9619ff-8b86-d011-b42d-00c04fc964ff.tmp";

    @TempDir Path folder;
    private CacheContents contents;

    @BeforeEach
    void open() {
        contents = new CacheContents(folder, List.of(new DecodedImages(), new Notes()));
    }

    @Test
    void listsFilesOfEveryKindAndNothingElse() throws IOException {
        write("bbbbbbbb.note", "second.", 0);
        write("aaaaaaaa.note", "first.", 0);
        write("a".repeat(64) + ".u8", "no header", 0);
        write("holiday.jpg", "mine", 0);
        write("thesis.note", "mine", 0);
        write("thesis.note" + UNIQUE, "mine", 90);
        Files.createDirectory(folder.resolve("cccccccc.note"));
        Files.createSymbolicLink(folder.resolve("dddddddd.note"), folder.resolve("holiday.jpg"));

        assertThat(contents.glance())
                .extracting(file -> file.path().getFileName().toString(), CacheFile::kind)
                .containsExactly(
                        tuple("a".repeat(64) + ".u8", "decoded images"),
                        tuple("aaaaaaaa.note", "notes"),
                        tuple("bbbbbbbb.note", "notes"));
    }

    @Test
    void tellsHowFarAFileCanBeUsed() throws IOException {
        write("aaaaaaaa.note", "whole.", 0);
        write("bbbbbbbb.note", "", 0);
        write("cccccccc.note", "cut o", 0);
        write("dddddddd.note" + UNIQUE, "abandoned", 11);
        write("eeeeeeee.note" + UNIQUE, "young", 9);
        write("ffffffff.note", "locked", 0);

        assertThat(contents.glance())
                .extracting(CacheFile::state, CacheFile::text)
                .containsExactly(
                        tuple(State.WHOLE, "whole."),
                        tuple(State.DAMAGED, "it is empty"),
                        tuple(State.WHOLE, "cut o"),
                        tuple(State.UNFINISHED, ""),
                        tuple(State.BEING_WRITTEN, ""),
                        tuple(State.UNREADABLE, "permission denied"));
        assertThat(contents.verified())
                .extracting(CacheFile::state, CacheFile::text)
                .contains(tuple(State.DAMAGED, "it ends in the middle"));
    }

    @Test
    void aSlowWriterThatHoldsItsClaimIsNotGivenUp() throws IOException {
        Path file = folder.resolve("aaaaaaaa.note");
        write("aaaaaaaa.note" + UNIQUE, "slow", 60);

        try (Claim claim = Claim.of(file, () -> {})) {
            assertThat(claim.isFirst()).isTrue();
            assertThat(contents.glance())
                    .extracting(CacheFile::state)
                    .containsExactly(State.BEING_WRITTEN);
        }
        assertThat(contents.glance())
                .extracting(CacheFile::state)
                .containsExactly(State.UNFINISHED);
    }

    @Test
    void aFolderThatIsNotThereIsEmptyAndIsNotMade() throws IOException {
        Path nowhere = folder.resolve("nowhere");
        Path file = Files.writeString(folder.resolve("file"), "a file");

        assertThat(new CacheContents(nowhere, List.of(new Notes())).glance()).isEmpty();
        assertThat(new CacheContents(file, List.of(new Notes())).glance()).isEmpty();
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void clearingDeletesWhatIsUnwantedAndWhatIsOfNoUse() throws IOException {
        write("aaaaaaaa.note", "old.", 60);
        write("bbbbbbbb.note", "new.", 0);
        write("cccccccc.note" + UNIQUE, "abandoned", 11);
        write("dddddddd.note" + UNIQUE, "young", 0);
        write("holiday.jpg", "mine", 60);

        Instant limit = Instant.now().minus(Duration.ofMinutes(30));
        Clearing clearing = Clearing.of(contents.glance(), file -> file.lastUsed().isBefore(limit));

        assertThat(names(clearing.deleted()))
                .containsExactly("aaaaaaaa.note", "cccccccc.note" + UNIQUE);
        assertThat(names(clearing.left()))
                .containsExactly("bbbbbbbb.note", "dddddddd.note" + UNIQUE);
        assertThat(clearing.failed()).isEmpty();
        assertThat(folder.resolve("aaaaaaaa.note")).doesNotExist();
        assertThat(folder.resolve("bbbbbbbb.note")).exists();
        assertThat(folder.resolve("holiday.jpg")).exists();
    }

    @Test
    void clearingSaysWhatCouldNotBeDeletedAndGoesOn() throws IOException {
        write("aaaaaaaa.note", "stuck.", 0);
        write("bbbbbbbb.note", "free.", 0);
        List<CacheFile> files = contents.glance();
        Files.delete(folder.resolve("aaaaaaaa.note"));
        Files.createDirectories(folder.resolve("aaaaaaaa.note/now a folder"));

        Clearing clearing = Clearing.of(files, file -> true);

        assertThat(names(clearing.deleted())).containsExactly("bbbbbbbb.note");
        assertThat(clearing.failed())
                .singleElement()
                .satisfies(
                        failure ->
                                assertThat(failure.path())
                                        .isEqualTo(folder.resolve("aaaaaaaa.note")));
    }

    private static List<String> names(List<CacheFile> files) {
        return files.stream().map(file -> file.path().getFileName().toString()).toList();
    }

    private void write(String name, String text, int minutesAgo) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setLastModifiedTime(
                file, FileTime.from(Instant.now().minus(Duration.ofMinutes(minutesAgo))));
    }
}
