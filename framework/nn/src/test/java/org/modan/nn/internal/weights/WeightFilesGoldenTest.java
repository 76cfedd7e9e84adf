/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modan.nn.golden.Golden;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/** Files that PyTorch wrote. */
@Tag("golden")
class WeightFilesGoldenTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "weights_zip.pth",
                "weights_legacy.pth",
                "weights_nested_module_prefix.pth",
                "weights.safetensors"
            })
    void everyFormatGivesTheSameWeights(String name) {
        JsonObject expected = Golden.json("weights_expected.json").getAsJsonObject("weights");

        Map<String, HostTensor> tensors = WeightFiles.read(Golden.file(name)).weights().tensors();

        assertThat(tensors.keySet()).containsExactlyElementsOf(expected.keySet());
        tensors.forEach((tensor, values) -> check(tensor, values, expected));
    }

    @Test
    void viewsOfEveryKindAndTypeAreLaidOutInOrder() {
        JsonObject expected = Golden.json("weights_expected.json").getAsJsonObject("strided");

        Map<String, HostTensor> tensors =
                WeightFiles.read(Golden.file("weights_strided_views.pth")).weights().tensors();

        assertThat(tensors.keySet()).containsExactlyElementsOf(expected.keySet());
        tensors.forEach((tensor, values) -> check(tensor, values, expected));
        assertThat(tensors.get("half").type()).isEqualTo(DataType.FLOAT16);
        assertThat(tensors.get("bf16").type()).isEqualTo(DataType.BFLOAT16);
        assertThat(tensors.get("double").type()).isEqualTo(DataType.FLOAT64);
    }

    @Test
    void aFileThatRunsACommandIsRefusedAndTheCommandIsNotRun() {
        Path file = Golden.file("hostile.pth");

        assertThatThrownBy(() -> WeightFiles.read(file))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        "%s asks to run posix.system, which no weight file needs; it is refused. Use a file that holds a state_dict alone"
                                .formatted(file))
                .extracting("code")
                .isEqualTo(ErrorCode.CONFIGURATION);
        assertThat(Path.of("PWNED_by_pickle")).as("what the command creates").doesNotExist();
    }

    private static void check(String name, HostTensor tensor, JsonObject expected) {
        double[] numbers = Golden.numbers(expected.get(name));
        assertThat(tensor.shape()).as(name).isEqualTo(new Shape(Golden.shape(expected.get(name))));
        for (int i = 0; i < numbers.length; i++) {
            assertThat(number(tensor, i)).as("%s[%d]", name, i).isEqualTo(numbers[i]);
        }
    }

    /** Without rounding, whatever the type. */
    private static double number(HostTensor tensor, int index) {
        return switch (tensor.type()) {
            case FLOAT64 -> tensor.bytes().getDouble(index * Double.BYTES);
            case INT64 -> tensor.bytes().getLong(index * Long.BYTES);
            default -> tensor.toFloats()[index];
        };
    }
}
