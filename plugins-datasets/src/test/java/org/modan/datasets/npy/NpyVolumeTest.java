/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that numpy 1.24 wrote, and files that lie. */
class NpyVolumeTest {

    @TempDir private Path folder;

    @Test
    void readsWhatNumpyWrote() throws IOException {
        assertHolds("uint8.npy", NpyType.UINT8, i -> 10 * i);
        assertHolds("int16-big.npy", NpyType.INT16, i -> 10 * i - 100);
        assertHolds("uint16-fortran.npy", NpyType.UINT16, i -> 65000 + i);
        assertHolds("float32-version3.npy", NpyType.FLOAT32, i -> i / 4);
        assertHolds("float64-big-fortran.npy", NpyType.FLOAT64, i -> i / 4);
    }

    @Test
    void tellsWhatTheHeaderSays() throws IOException {
        NpyHeader header = NpyVolume.open(written("float64-big-fortran.npy")).header();

        assertThat(header)
                .isEqualTo(
                        new NpyHeader(
                                NpyType.FLOAT64,
                                ByteOrder.BIG_ENDIAN,
                                true,
                                List.of(2L, 3L, 4L),
                                128));
        assertThat(header.shapeText()).isEqualTo("(2, 3, 4)");
    }

    @Test
    void refusesPickledObjectsByName() {
        assertThatThrownBy(() -> NpyVolume.open(written("objects.npy")))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage(
                        "holds pickled Python objects (dtype object), which could run code and are"
                                + " never read; save it as an array of numbers");
    }

    @Test
    void refusesTablesOfColumns() {
        assertThatThrownBy(() -> NpyVolume.open(written("columns.npy")))
                .hasMessageStartingWith("a table of named columns");
    }

    @Test
    void readsASliceOfAVolumeLargerThanMemory() throws IOException {
        Path file = folder.resolve("sparse.npy");
        long slices = 1_000_000;
        String header = NpyBytes.header("|u1", false, "(%d, 256, 256)".formatted(slices));
        byte[] start = NpyBytes.file(1, header, new byte[0]);
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.write(start);
            sparse.setLength(start.length + slices * 256 * 256);
            sparse.seek(start.length + 999_999L * 256 * 256);
            sparse.write(7);
        }

        double[] last = NpyVolume.open(file).slice(999_999);

        assertThat(Arrays.stream(last).sum()).isEqualTo(7);
        assertThat(last[0]).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "<f4# (2, 3, 4)# 0# truncated: a float32 array of shape (2, 3, 4) takes 224 bytes, the file has 128; copy the file again",
                "<f4# (2, 3, 4)# 97# damaged: a float32 array of shape (2, 3, 4) takes 224 bytes, the file has 225",
                "<f4# (9223372036854775807, 3, 4)# 0# damaged: its header tells of (9223372036854775807, 3, 4) values, more than any file holds",
                "<f4# (2, -3, 4)# 0# damaged: its header tells of the shape [2, -3, 4]",
                "<f4# (6, 4)# 96# of shape (6, 4), not a volume of (slices, height, width)",
                "<f4# (0, 3, 4)# 0# has no pixels: its shape is (0, 3, 4)",
                "|u1# (1, 100000, 100000)# 0# too large: its shape is (1, 100000, 100000), and at most 67 million pixels a slice are read",
                "<c8# (2, 3, 4)# 0# of dtype '<c8', and uint8, int16, uint16, float32, float64 are read; save it with astype(numpy.float32)",
                "<M8[ns]# (2, 3, 4)# 0# of dtype '<M8[ns]', and uint8, int16, uint16, float32, float64 are read; save it with astype(numpy.float32)"
            })
    void refusesHeadersThatAreNotTrue(String descr, String shape, int values, String message) {
        Path file = folder.resolve("volume.npy");
        NpyBytes.write(
                file, NpyBytes.file(1, NpyBytes.header(descr, false, shape), new byte[values]));

        assertThatThrownBy(() -> NpyVolume.open(file))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage(message);
    }

    @Test
    void refusesAHeaderTooLongToBeTrueWithoutMakingRoomForIt() {
        byte[] file = NpyBytes.file(2, NpyBytes.header("<f4", false, "(2, 3, 4)"), new byte[96]);
        file[11] = 0x7f;

        assertThatThrownBy(() -> open(file))
                .hasMessage("damaged: its header has 2130706548 bytes, and at most 10000 are read");
    }

    @Test
    void refusesOtherVersions() {
        byte[] file = NpyBytes.file(1, NpyBytes.header("<f4", false, "(2, 3, 4)"), new byte[96]);
        file[6] = 9;

        assertThatThrownBy(() -> open(file))
                .hasMessage("of .npy version 9.0, and 1.0, 2.0 and 3.0 are read");
    }

    @Test
    void saysWhatAFileLooksLikeInstead() {
        assertThatThrownBy(() -> open("PK\3\4............".getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessage("not a .npy file; it looks like a zip archive (.npz): unpack it");
        assertThatThrownBy(() -> open(new byte[] {(byte) 0x80, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}))
                .hasMessage("not a .npy file; it looks like a pickle, which could run code");
        assertThatThrownBy(() -> open("version https://".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("not a .npy file");
        assertThatThrownBy(() -> open(new byte[0]))
                .hasMessage("empty: the file has 0 bytes; copy it again");
        assertThatThrownBy(() -> NpyVolume.open(folder.resolve("absent.npy")))
                .hasMessage("cannot be read: there is no such file, or no permission");
    }

    @Test
    void refusesSlicesThatAreNotThere() throws IOException {
        NpyVolume volume = NpyVolume.open(written("uint8.npy"));

        assertThatThrownBy(() -> volume.slice(2)).hasMessage("has no slice 2: there are 2, from 0");
        assertThatThrownBy(() -> volume.slice(-1))
                .hasMessage("has no slice -1: there are 2, from 0");
    }

    @Test
    void refusesToFindTheRangeOfWhatIsNoNumber() throws IOException {
        byte[] nan = {0, 0, (byte) 0xc0, 0x7f};
        byte[] file = NpyBytes.file(1, NpyBytes.header("<f4", false, "(1, 1, 1)"), nan);

        NpyVolume volume = open(file);

        assertThatThrownBy(volume::range)
                .hasMessage("has values that are not finite numbers, such as NaN");
    }

    @Test
    void noticesThatAFileBecameShorter() throws IOException {
        Path file = written("uint8.npy");
        NpyVolume volume = NpyVolume.open(file);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 140));

        assertThatThrownBy(() -> volume.slice(0)).hasMessageStartingWith("truncated: ");
    }

    private void assertHolds(String name, NpyType type, DoubleUnaryOperator value)
            throws IOException {
        NpyVolume volume = NpyVolume.open(written(name));

        assertThat(volume.header().type()).isEqualTo(type);
        assertThat(List.of(volume.slices(), volume.height(), volume.width()))
                .containsExactly(2, 3, 4);
        for (int s = 0; s < 2; s++) {
            for (int i = 0; i < 12; i++) {
                assertThat(volume.slice(s)[i])
                        .as("%s: slice %d, value %d", name, s, i)
                        .isEqualTo(value.applyAsDouble(s * 12 + i));
            }
        }
    }

    private Path written(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = NpyVolumeTest.class.getResourceAsStream(name)) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    private NpyVolume open(byte[] bytes) throws IOException {
        Path file = folder.resolve("bytes.npy");
        Files.write(file, bytes);
        return NpyVolume.open(file);
    }
}
