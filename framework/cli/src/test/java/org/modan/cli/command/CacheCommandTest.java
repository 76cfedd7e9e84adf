/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.cli.Cli;
import org.modan.cli.console.ExitCode;
import org.modan.cli.console.Printed;
import org.modan.cli.host.Environment;

class CacheCommandTest {

    private static final String UNFINISHED = ".6f9619ff-8b86-d011-b42d-00c04fc964ff.tmp";

    /** In place of a person's home. */
    @TempDir Path folder;

    private Path images;

    @BeforeEach
    void fill() throws IOException {
        images = Files.createDirectory(folder.resolve("images"));
        Files.writeString(folder.resolve("thesis.tex"), "mine");
        write("holiday.jpg", new byte[9], 400);
        write("a".repeat(64) + ".u8.jpg", new byte[9], 400);
    }

    @Test
    void showsWhatThereIs() throws IOException {
        write(name('a'), decoded(780, 2, 3), 0);
        write(name('b'), Arrays.copyOf(decoded(12, 4, 1), 100), 1);
        write(name('c'), decoded(1, 4, 1), 40);
        write(name('d') + UNFINISHED, new byte[2000], 3);
        write(name('e') + UNFINISHED, new byte[20], 0);

        Printed printed = new Printed();
        assertThat(cache(printed)).isEqualTo(ExitCode.DONE);

        assertThat(printed.result())
                .startsWith(
                        """
                        %s

                          decoded images  holds                         size  unused for
                          aaaaaaaaaaaa    780 images of 2 x 2 x 3     9.4 kB      0 days
                          bbbbbbbbbbbb    damaged                  100 bytes       1 day
                          cccccccccccc    1 image of 4 x 4 x 1      44 bytes     40 days
                          dddddddddddd    unfinished                  2.0 kB      3 days
                          eeeeeeeeeeee    being written             20 bytes      0 days

                        bbbbbbbbbbbb is damaged: it has 100 bytes instead of 220
                        5 files, 12 kB in all. modan cache clear deletes all that is not being written;
                        what is needed is made again.
                        """
                                .formatted(images));
        assertThat(printed.told()).isEmpty();
    }

    @Test
    void verifyingFindsDamageInTheMiddle() throws IOException {
        byte[] bytes = decoded(12, 4, 1);
        bytes[100] ^= 1;
        write(name('a'), bytes, 0);
        Printed glance = new Printed();
        Printed verified = new Printed();

        cache(glance);
        cache(verified, "--verify");

        assertThat(glance.result())
                .contains(
                        "12 images of 4 x 4 x 1",
                        "\n1 file, 220 bytes in all. modan cache clear deletes it; what is needed is made\nagain.\n")
                .doesNotContain("damaged");
        assertThat(verified.result())
                .contains(
                        "\naaaaaaaaaaaa is damaged: its pixels do not have the checksum they were kept with\n");
    }

    @Test
    void anEmptyCacheIsSaidToBeEmptyAndNotMade() throws IOException {
        Printed printed = new Printed();
        Environment elsewhere = environment(folder.resolve("nowhere"));

        assertThat(new Cli(elsewhere).run(new String[] {"cache"}, printed.console()))
                .isEqualTo(ExitCode.DONE);
        assertThat(new Cli(elsewhere).run(new String[] {"cache", "clear"}, printed.console()))
                .isEqualTo(ExitCode.DONE);

        assertThat(printed.result().replace("\n", " "))
                .startsWith("Nothing is kept in " + folder.resolve("nowhere/images"))
                .contains("Nothing was deleted from " + folder.resolve("nowhere/images"));
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    @Test
    void clearsItsOwnFilesAndNothingElse() throws IOException {
        write(name('a'), decoded(780, 2, 3), 0);
        write(name('b'), new byte[3], 1);
        write(name('c') + UNFINISHED, new byte[2000], 3);
        write(name('d') + UNFINISHED, new byte[20], 0);

        Printed printed = new Printed();
        assertThat(cache(printed, "clear")).isEqualTo(ExitCode.DONE);

        assertThat(printed.result().replace("\n", " "))
                .isEqualTo(
                        "Deleted 3 files, 11 kB, from %s. Left what is being written, or was until some minutes ago: 1 file, 20 bytes. "
                                .formatted(images));
        assertThat(files())
                .containsExactly("a".repeat(64) + ".u8.jpg", name('d') + UNFINISHED, "holiday.jpg");
        assertThat(folder.resolve("thesis.tex")).exists();
    }

    @Test
    void clearsOnlyWhatHasLongBeenUnused() throws IOException {
        write(name('a'), decoded(1, 4, 1), 29);
        write(name('b'), decoded(1, 4, 1), 30);

        Printed printed = new Printed();
        assertThat(cache(printed, "clear", "--unused-for", "30")).isEqualTo(ExitCode.DONE);

        assertThat(printed.result().replace("\n", " "))
                .isEqualTo(
                        "Deleted 1 file, 44 bytes, from %s. Left what was used since: 1 file, 44 bytes. "
                                .formatted(images));
        assertThat(files()).contains(name('a')).doesNotContain(name('b'));
    }

    @Test
    void saysWhatCouldNotBeDeletedAndEndsWithAnError() throws IOException {
        write(name('a'), decoded(1, 4, 1), 0);
        assumeThat(images.toFile().setWritable(false)).isTrue();
        assumeThat(Files.isWritable(images)).as("a user who may do everything").isFalse();

        Printed printed = new Printed();
        ExitCode code = cache(printed, "clear");

        assertThat(images.toFile().setWritable(true)).isTrue();
        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(printed.result().replace("\n", " "))
                .startsWith("Nothing was deleted from " + images);
        assertThat(printed.told())
                .isEqualTo(
                        "modan cache: %s cannot be deleted: permission denied\n"
                                .formatted(images.resolve(name('a'))));
    }

    @Test
    void saysWhyTheFolderCannotBeRead() throws IOException {
        Files.delete(images.resolve("holiday.jpg"));
        Files.delete(images.resolve("a".repeat(64) + ".u8.jpg"));
        Files.delete(images);
        Files.createSymbolicLink(images, images);
        Printed printed = new Printed();

        assertThat(cache(printed)).isEqualTo(ExitCode.USAGE);

        assertThat(printed.told())
                .startsWith("modan: %s cannot be read: ".formatted(images))
                .endsWith("; mend its permissions, or set MODAN_CACHE to another folder\n");
    }

    @Test
    void saysWhatIsWrongWithTheCommand() {
        assertThat(error("empty"))
                .isEqualTo(
                        "modan cache: takes clear or nothing, not empty\nSee modan help cache\n");
        assertThat(error("--unused-for", "3"))
                .startsWith("modan cache: --unused-for is for modan cache clear\n");
        assertThat(error("clear", "--verify"))
                .startsWith("modan cache: --verify is for modan cache without clear\n");
        assertThat(error("clear", "--unused-for", "-1"))
                .startsWith("modan cache: --unused-for -1: expected a number of days\n");
        assertThat(error("clear", "--unused-for", "long"))
                .startsWith("modan cache: --unused-for long: expected a whole number\n");
        assertThat(error("clear", "all"))
                .startsWith("modan cache: expected one clear, not clear all\n");
    }

    private String error(String... words) {
        Printed printed = new Printed();
        assertThat(cache(printed, words)).isEqualTo(ExitCode.USAGE);
        assertThat(printed.result()).isEmpty();
        return printed.told();
    }

    private ExitCode cache(Printed printed, String... words) {
        List<String> all = new ArrayList<>(List.of("cache"));
        all.addAll(List.of(words));
        return new Cli(environment(folder)).run(all.toArray(String[]::new), printed.console());
    }

    private Environment environment(Path cache) {
        return new Environment(Map.of("MODAN_CACHE", cache.toString()), Map.of(), folder);
    }

    private static String name(char digit) {
        return String.valueOf(digit).repeat(64) + ".u8";
    }

    private void write(String name, byte[] bytes, int daysAgo) throws IOException {
        Path file = Files.write(images.resolve(name), bytes);
        Files.setLastModifiedTime(
                file, FileTime.from(Instant.now().minus(Duration.ofDays(daysAgo))));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(images)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(".lock"))
                    .sorted()
                    .toList();
        }
    }

    /** A file as the runtime writes it; the format is its contract with files of other runs. */
    private static byte[] decoded(int images, int size, int channels) {
        byte[] pixels = new byte[images * size * size * channels];
        CRC32 checksum = new CRC32();
        checksum.update(pixels);
        return ByteBuffer.allocate(28 + pixels.length)
                .putInt(0x4d4f4431)
                .putInt(1)
                .putInt(images)
                .putInt(size)
                .putInt(channels)
                .putLong(checksum.getValue())
                .put(pixels)
                .array();
    }
}
