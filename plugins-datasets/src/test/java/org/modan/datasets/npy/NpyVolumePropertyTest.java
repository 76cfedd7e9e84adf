/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class NpyVolumePropertyTest {

    private static Path folder;

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("npy-properties");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        Files.deleteIfExists(folder.resolve("volume.npy"));
        Files.delete(folder);
    }

    @Property(tries = 150)
    void readsBackEveryTypeOrderAndVersion(
            @ForAll NpyType type,
            @ForAll boolean bigEndian,
            @ForAll boolean fortran,
            @ForAll @IntRange(min = 1, max = 3) int version,
            @ForAll @IntRange(min = 1, max = 5) int slices,
            @ForAll @IntRange(min = 1, max = 6) int height,
            @ForAll @IntRange(min = 1, max = 7) int width,
            @ForAll long seed)
            throws IOException {
        double[] values = values(type, slices * height * width, new Random(seed));
        ByteOrder order = bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        int[] shape = {slices, height, width};
        String header =
                NpyBytes.header(
                        descr(type, bigEndian),
                        fortran,
                        "(%d, %d, %d)".formatted(slices, height, width));
        byte[] stored = stored(type, order, fortran, shape, values);

        NpyVolume volume = open(NpyBytes.file(version, header, stored));

        assertThat(volume.slices()).isEqualTo(slices);
        int area = height * width;
        for (int s = 0; s < slices; s++) {
            assertThat(volume.slice(s))
                    .isEqualTo(Arrays.copyOfRange(values, s * area, (s + 1) * area));
        }
        assertThat(volume.range().least()).isEqualTo(Arrays.stream(values).min().orElseThrow());
        assertThat(volume.range().greatest()).isEqualTo(Arrays.stream(values).max().orElseThrow());
    }

    /** Bytes overwritten anywhere in the header: read as something else, or refused in words. */
    @Property(tries = 500)
    void survivesDamagedHeaders(
            @ForAll @IntRange(min = 1, max = 3) int version,
            @ForAll @IntRange(min = 1, max = 8) int damages,
            @ForAll long seed)
            throws IOException {
        byte[] file = NpyBytes.file(version, NpyBytes.header("<i2", false, "(2, 3, 4)"), data());
        Random random = new Random(seed);
        for (int i = 0; i < damages; i++) {
            file[random.nextInt(file.length - 48)] = (byte) random.nextInt(256);
        }

        assertReadOrRefused(file);
    }

    /** Cut off anywhere, and started with any bytes. */
    @Property(tries = 200)
    void refusesAnyCutFile(@ForAll @IntRange(min = 0, max = 175) int length) throws IOException {
        byte[] whole = NpyBytes.file(1, NpyBytes.header("<i2", false, "(2, 3, 4)"), data());
        byte[] cut = Arrays.copyOf(whole, length);

        Throwable refusal = catchThrowable(() -> open(cut));

        assertThat(whole).hasSize(176);
        assertThat(refusal).isExactlyInstanceOf(IOException.class);
        assertThat(refusal.getMessage()).matches("(?s)(empty|truncated|damaged|of dtype).*");
    }

    @Property(tries = 500)
    void survivesAnyHeaderText(
            @ForAll("headers") String header, @ForAll @IntRange(min = 1, max = 3) int version)
            throws IOException {
        assertReadOrRefused(NpyBytes.file(version, header, data()));
    }

    @Provide
    Arbitrary<String> headers() {
        Arbitrary<String> axis =
                Arbitraries.of(
                        "0",
                        "1",
                        "2",
                        "-3",
                        "4L",
                        "65536",
                        "4294967296",
                        "9223372036854775807",
                        "99999999999999999999",
                        "True",
                        "'2'",
                        "(2,)",
                        "",
                        "((((((((((((1,),),),),),),),),),),),)");
        Arbitrary<String> shape =
                axis.list().ofMaxSize(5).map(axes -> "(" + String.join(", ", axes) + ")");
        Arbitrary<String> descr =
                Arbitraries.of(
                        "'<i2'",
                        "'>f8'",
                        "'|u1'",
                        "'|O'",
                        "'O'",
                        "'<M8[ns]'",
                        "'<U5'",
                        "''",
                        "'|i2'",
                        "[('x', '<f4')]",
                        "3",
                        "'\\x3ci2'");
        Arbitrary<String> wellFormed =
                shape.flatMap(
                        s ->
                                descr.map(
                                        d ->
                                                "{'descr': %s, 'fortran_order': False, 'shape': %s, }"
                                                        .formatted(d, s)));
        Arbitrary<String> soup =
                Arbitraries.strings().withChars("{}()[],:'\"LTrueFals<i2 -09\\").ofMaxLength(60);
        return Arbitraries.oneOf(wellFormed, soup);
    }

    private static void assertReadOrRefused(byte[] file) throws IOException {
        try {
            NpyVolume volume = open(file);
            assertThat(volume.slice(volume.slices() - 1)).isNotEmpty();
        } catch (IOException e) {
            assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(300);
        }
    }

    private static NpyVolume open(byte[] bytes) throws IOException {
        Path file = folder.resolve("volume.npy");
        Files.write(file, bytes);
        return NpyVolume.open(file);
    }

    private static byte[] data() {
        return new byte[2 * 3 * 4 * 2];
    }

    private static String descr(NpyType type, boolean bigEndian) {
        return switch (type) {
            case UINT8 -> "|u1";
            case INT16 -> bigEndian ? ">i2" : "<i2";
            case UINT16 -> bigEndian ? ">u2" : "<u2";
            case FLOAT32 -> bigEndian ? ">f4" : "<f4";
            case FLOAT64 -> bigEndian ? ">f8" : "<f8";
        };
    }

    private static double[] values(NpyType type, int count, Random random) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] =
                    switch (type) {
                        case UINT8 -> random.nextInt(256);
                        case INT16 -> random.nextInt(65536) - 32768;
                        case UINT16 -> random.nextInt(65536);
                        case FLOAT32 -> (float) (random.nextDouble() * 1e9 - 5e8);
                        case FLOAT64 -> random.nextDouble() * 1e18 - 5e17;
                    };
        }
        return values;
    }

    private static byte[] stored(
            NpyType type, ByteOrder order, boolean fortran, int[] shape, double[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * type.bytes()).order(order);
        for (int s = 0; s < shape[0]; s++) {
            for (int y = 0; y < shape[1]; y++) {
                for (int x = 0; x < shape[2]; x++) {
                    int c = (s * shape[1] + y) * shape[2] + x;
                    int f = s + shape[0] * (y + shape[1] * x);
                    put(type, bytes, (fortran ? f : c) * type.bytes(), values[c]);
                }
            }
        }
        return bytes.array();
    }

    private static void put(NpyType type, ByteBuffer bytes, int at, double value) {
        switch (type) {
            case UINT8 -> bytes.put(at, (byte) (int) value);
            case INT16, UINT16 -> bytes.putShort(at, (short) (int) value);
            case FLOAT32 -> bytes.putFloat(at, (float) value);
            case FLOAT64 -> bytes.putDouble(at, value);
        }
    }
}
