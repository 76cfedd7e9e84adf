/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modan.nn.golden.Golden;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

class SafetensorsTest {

    @TempDir private Path folder;

    @Test
    void readsBackWhatItWrote() {
        Weights weights = example();
        Path file = folder.resolve("encoder.safetensors");

        Safetensors.write(file, weights, Map.of("format", "pt", "arm", "mulsupcon \"ä\""));

        WeightFile read = Safetensors.read(file);
        assertThat(read.metadata())
                .containsExactly(Map.entry("arm", "mulsupcon \"ä\""), Map.entry("format", "pt"));
        assertThat(read.weights().tensors().keySet()).containsExactly("odd", "count", "empty");
        assertThat(read.weights().digest()).isEqualTo(weights.digest());
        assertThat(read.weights().tensors().get("odd").toFloats())
                .containsExactly(1.5f, -0f, Float.NaN);
        assertThat(read.weights().tensors().get("count")).hasToString("int64 ()");
    }

    /** As the format is defined, so that any other reader agrees. */
    @Test
    void layoutIsTheFormats() throws IOException {
        Path file = folder.resolve("encoder.safetensors");
        Safetensors.write(file, example(), Map.of("format", "pt"));

        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        byte[] header = new byte[(int) bytes.getLong()];
        bytes.get(header);

        assertThat(header.length % 8).isZero();
        assertThat(new String(header, StandardCharsets.UTF_8).strip())
                .isEqualTo(
                        "{\"__metadata__\":{\"format\":\"pt\"},"
                                + "\"odd\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[8,20]},"
                                + "\"count\":{\"dtype\":\"I64\",\"shape\":[],\"data_offsets\":[0,8]},"
                                + "\"empty\":{\"dtype\":\"F32\",\"shape\":[0,2],\"data_offsets\":[20,20]}}");
        assertThat(bytes.getLong()).isEqualTo(1L << 40);
        assertThat(bytes.getFloat()).isEqualTo(1.5f);
        assertThat(bytes.remaining()).isEqualTo(8);
    }

    @Test
    void sameWeightsGiveTheSameBytesAndNothingIsLeftBeside() throws IOException {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("b", "2");
        metadata.put("a", "1");

        Safetensors.write(first, example(), metadata);
        Safetensors.write(second, example(), Map.of("a", "1", "b", "2"));
        Safetensors.write(second, example(), Map.of("a", "1", "b", "2"));

        assertThat(second).hasSameBinaryContentAs(first);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(first, second);
        }
    }

    @Test
    void aFailedWriteKeepsTheOldFile() throws IOException {
        Path file = folder.resolve("encoder.safetensors");
        Safetensors.write(file, example(), Map.of());
        byte[] old = Files.readAllBytes(file);
        Files.createDirectory(folder.resolve(".encoder.safetensors.tmp"));

        assertThatThrownBy(() -> Safetensors.write(file, example(), Map.of("new", "yes")))
                .isInstanceOf(ModanException.class)
                .hasMessageStartingWith("cannot write %s: ".formatted(file))
                .hasMessageEndingWith("; make room, or check the folder's permissions")
                .extracting("code")
                .isEqualTo(ErrorCode.OUTPUT);
        assertThat(file).hasBinaryContent(old);
    }

    @Test
    void aFullDiskIsToldWithTheRoomThatIsNeededAndKeepsTheOldFile() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "no device that is always full");
        Path file = folder.resolve("encoder.safetensors");
        Safetensors.write(file, example(), Map.of());
        byte[] old = Files.readAllBytes(file);
        Files.createSymbolicLink(folder.resolve(".encoder.safetensors.tmp"), full);

        assertThatThrownBy(() -> Safetensors.write(file, example(), Map.of()))
                .isInstanceOf(ModanException.class)
                .hasMessageMatching(
                        "cannot write .*encoder.safetensors: No space left on device; it needs %s and \\S+ .B are free; make room, or check the folder's permissions"
                                .formatted(FileSize.text(old.length)));
        assertThat(file).hasBinaryContent(old);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).as("nothing takes room").containsExactly(file);
        }
    }

    @Test
    void sizesAreTold() {
        assertThat(FileSize.text(0)).isEqualTo("0 bytes");
        assertThat(FileSize.text(999)).isEqualTo("999 bytes");
        assertThat(FileSize.text(1_000)).isEqualTo("1.0 kB");
        assertThat(FileSize.text(134_200_000)).isEqualTo("134 MB");
        assertThat(FileSize.text(2_500_000_000L)).isEqualTo("2.5 GB");
        assertThat(FileSize.text(Long.MAX_VALUE)).isEqualTo("9.2 EB");
    }

    @Test
    void missingFileIsNamed() {
        Path file = folder.resolve("none");

        assertThatThrownBy(() -> Safetensors.read(file))
                .isInstanceOf(ModanException.class)
                .hasMessage("no weights at %s; check the path".formatted(file));
    }

    @Test
    void everyTruncationIsNoticed() throws IOException {
        Path file = folder.resolve("whole");
        Safetensors.write(file, example(), Map.of("format", "pt"));
        byte[] whole = Files.readAllBytes(file);
        Path cut = folder.resolve("cut");

        for (int length = 0; length < whole.length; length++) {
            Files.write(cut, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Safetensors.read(cut))
                    .as("the first %d of %d bytes", length, whole.length)
                    .isInstanceOf(ModanException.class)
                    .hasMessageStartingWith(cut + " is damaged or no safetensors file: ")
                    .hasMessageEndingWith("; fetch or export it again");
        }
    }

    @Test
    void whatCannotBeReadIsNotCalledDamaged() throws IOException {
        Path aFolder = Files.createDirectory(folder.resolve("a-folder"));
        Path loop = folder.resolve("loop");
        Files.createSymbolicLink(loop, loop);

        for (Path file : List.of(aFolder, loop)) {
            assertThatThrownBy(() -> Safetensors.read(file))
                    .isInstanceOf(ModanException.class)
                    .hasMessageMatching(
                            "cannot read %s: [A-Z][a-z ]+; check that it is a file, and its permissions"
                                    .formatted(file));
            assertThatThrownBy(() -> Safetensors.parse(file))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(MalformedFileException.class);
        }
        assertThatThrownBy(() -> WeightFiles.read(loop))
                .isInstanceOf(ModanException.class)
                .hasMessageStartingWith("cannot read %s: ".formatted(loop))
                .hasMessageEndingWith("; check its permissions");
    }

    @Test
    void aHeaderLongerThanTheFileIsRefusedBeforeMemoryIsAskedFor() throws IOException {
        for (long length : new long[] {-1, 1, 99_000_000, Long.MAX_VALUE, Long.MIN_VALUE}) {
            Path file = folder.resolve("bomb");
            Files.write(
                    file,
                    ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array());

            assertThatThrownBy(() -> Safetensors.read(file))
                    .isInstanceOf(ModanException.class)
                    .hasMessageContaining("its header does not fit into the file");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]|: its header is not a JSON object; fetch",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}|a needs 8 bytes, but lies from 0 to 4",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[9],\"data_offsets\":[0,36]}}|it has 8 bytes of values where its header names 36",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}|a begins at byte 4 instead of 0",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[-4,0]}}|a needs 4 bytes, but lies from -4 to 0",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,-4]}}|a has a negative size",
                "{\"a\":{\"dtype\":\"F8\",\"shape\":[8],\"data_offsets\":[0,8]}}|a is of unknown type 'F8'",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2]}}|a has no place",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}|: its header names a twice;",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4611686018427387904,4],\"data_offsets\":[0,0]}}|: a is larger than any file;",
                "{\"a\u001b[2J\":{\"dtype\":\"F32\",\"shape\":[2]}}|a [2J has no place",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1.5],\"data_offsets\":[0,8]}}|: its header does not describe a as the format asks;",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":\"x\",\"data_offsets\":[0,8]}}|: its header does not describe a as the format asks;",
                "{\"a\":7}|: its header does not describe a as the format asks;",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[-9],\"data_offsets\":[0,8]}}|: a has a negative size;",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[-9223372036854775808,9223372036854775807]}}|: a needs 4 bytes, but lies from ",
                "{\"__metadata__\":[],\"a\":{}}|: its header does not describe __metadata__ as the format asks;",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]};;|: its header is no JSON after a;",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}}|: its header goes on after its end;",
            })
    void headersThatLieAreRefused(String header, String reason) throws IOException {
        Path file = folder.resolve("liar");
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + 8).order(ByteOrder.LITTLE_ENDIAN);
        Files.write(file, bytes.putLong(json.length).put(json).array());

        assertThatThrownBy(() -> Safetensors.read(file))
                .isInstanceOf(ModanException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContainingAny("http", "path $", "BEGIN_", "Expected")
                .hasMessageEndingWith("; fetch or export it again")
                .hasCauseInstanceOf(MalformedFileException.class);
    }

    @Test
    @Tag("golden")
    void readsAFileOfPyTorchs() {
        JsonObject expected = Golden.json("weights_expected.json").getAsJsonObject("weights");

        WeightFile read = Safetensors.read(Golden.file("weights.safetensors"));

        assertThat(read.metadata()).containsEntry("format", "pt");
        assertThat(read.weights().tensors().keySet()).isEqualTo(expected.keySet());
        read.weights().tensors().forEach((name, tensor) -> check(name, tensor, expected));
    }

    private static void check(String name, HostTensor tensor, JsonObject expected) {
        double[] numbers = Golden.numbers(expected.get(name));
        assertThat(tensor.shape()).isEqualTo(new Shape(Golden.shape(expected.get(name))));
        if (tensor.type() == DataType.INT64) {
            assertThat(tensor.bytes().getLong()).isEqualTo((long) numbers[0]);
            return;
        }
        float[] floats = tensor.toFloats();
        assertThat(floats).as(name).hasSize(numbers.length);
        for (int i = 0; i < floats.length; i++) {
            assertThat(floats[i]).as("%s[%d]", name, i).isEqualTo((float) numbers[i]);
        }
    }

    private static Weights example() {
        Map<String, HostTensor> tensors = new LinkedHashMap<>();
        tensors.put("odd", HostTensor.of(new Shape(3), 1.5f, -0f, Float.NaN));
        tensors.put("count", HostTensor.of(new Shape(), 1L << 40));
        tensors.put("empty", HostTensor.of(new Shape(0, 2), new float[0]));
        return Weights.ofTensors(tensors);
    }
}
