/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.modan.nn.layer.BatchNorm2d;
import org.modan.nn.layer.Linear;
import org.modan.nn.layer.Parameters;
import org.modan.nn.layer.ResNet;
import org.modan.nn.layer.Stem;
import org.modan.spi.ErrorCode;
import org.modan.spi.Layer;
import org.modan.spi.ModanException;
import org.modan.spi.Mode;
import org.modan.spi.Seed;

class WeightsTest {

    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void moveFromOneEncoderToAnother() {
        ResNet source = ResNet.create("resnet18", Stem.THREE_BY_THREE, 1);
        ResNet target = ResNet.create("resnet18", Stem.THREE_BY_THREE, 1);
        Parameters.initialise(source, manager, new Seed(1));
        Parameters.initialise(target, manager, new Seed(2));
        NDArray images = manager.ones(new Shape(2, 1, 16, 16));
        source.forward(images, Mode.TRAIN);
        int before = manager.getManagedArrays().size();

        Weights weights = Weights.of(source);
        weights.loadInto(target, manager);

        assertThat(manager.getManagedArrays()).as("old values are closed").hasSize(before);
        assertThat(weights.tensors().keySet()).isEqualTo(source.parameters().keySet());
        assertThat(Weights.of(target).digest()).isEqualTo(weights.digest());
        assertThat(target.forward(images, Mode.EVALUATE).toFloatArray())
                .isEqualTo(source.forward(images, Mode.EVALUATE).toFloatArray());
        Parameters.trainable(target)
                .values()
                .forEach(parameter -> assertThat(parameter.array().hasGradient()).isTrue());
    }

    @Test
    void areACopy() {
        Layer layer = new Linear(1, 1);
        Parameters.initialise(layer, manager, new Seed(1));
        Weights weights = Weights.of(layer);
        String digest = weights.digest();

        Parameters.initialise(layer, manager, new Seed(2));

        assertThat(weights.digest()).isEqualTo(digest);
        assertThat(Weights.of(layer).digest()).isNotEqualTo(digest);
    }

    @Test
    void everyMisfitIsNamedAtOnceAndNothingIsChanged() {
        Layer layer = new BatchNorm2d(2);
        Parameters.initialise(layer, manager, new Seed(1));
        String before = Weights.of(layer).digest();
        Map<String, HostTensor> tensors = new LinkedHashMap<>();
        tensors.put("bias", HostTensor.of(new Shape(2), 5, 5f));
        tensors.put("running_mean", HostTensor.of(new Shape(3), 1, 2, 3f));
        tensors.put("running_var", HostTensor.of(new Shape(2), 1, 2L));
        tensors.put("num_batches_tracked", HostTensor.of(new Shape(), 1f));
        tensors.put("fc.weight", HostTensor.of(new Shape(1), 1f));
        tensors.put("fc.bias", HostTensor.of(new Shape(1), 1f));

        assertThatThrownBy(() -> Weights.ofTensors(tensors).loadInto(layer, manager))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        "the weights are not of this encoder: weight is missing; running_mean has shape (3) instead of (2); running_var has type int64 instead of float32; num_batches_tracked has type float32 instead of int64; fc.weight is unexpected; and 1 more. Set the encoder's name, stem and channels to those the weights were made with")
                .extracting("code")
                .isEqualTo(ErrorCode.CONFIGURATION);
        assertThat(Weights.of(layer).digest()).isEqualTo(before);
    }

    @Test
    void everyFloatingTypeBecomesFloat32() {
        // 1, -2, 2^-24 (the least half), infinity; 1, -2; 1/3.
        HostTensor half =
                new HostTensor(
                        new Shape(4),
                        DataType.FLOAT16,
                        new byte[] {0, 0x3C, 0, (byte) 0xC0, 1, 0, 0, 0x7C});
        HostTensor brain =
                new HostTensor(
                        new Shape(2),
                        DataType.BFLOAT16,
                        new byte[] {(byte) 0x80, 0x3F, 0, (byte) 0xC0});
        HostTensor wide = HostTensor.of(manager.create(new double[] {1 / 3.0}));

        assertThat(half.toFloats()).containsExactly(1, -2, 0x1p-24f, Float.POSITIVE_INFINITY);
        assertThat(brain.toFloats()).containsExactly(1, -2);
        assertThat(wide.toFloats()).containsExactly(1 / 3f);
        assertThatThrownBy(() -> HostTensor.of(new Shape(), 1L).toFloats())
                .hasMessage("int64 is not a floating type");

        Layer layer = new Linear(1, 2);
        Weights.ofTensors(Map.of("weight", reshaped(brain), "bias", brain))
                .loadInto(layer, manager);
        assertThat(layer.parameters().get("weight").array().toFloatArray()).containsExactly(1, -2);
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT64", "FLOAT32", "FLOAT16", "BFLOAT16"})
    void whatIsNotFiniteIsFoundInEveryFloatingType(DataType type) {
        byte[] infinity =
                switch (type) {
                    case FLOAT64 -> new byte[] {0, 0, 0, 0, 0, 0, (byte) 0xF0, 0x7F};
                    case FLOAT32 -> new byte[] {0, 0, (byte) 0x80, 0x7F};
                    case FLOAT16 -> new byte[] {0, 0x7C};
                    default -> new byte[] {(byte) 0x80, 0x7F};
                };
        int size = infinity.length;
        Map<String, HostTensor> tensors = new LinkedHashMap<>();
        tensors.put("count", HostTensor.of(new Shape(), -1L));
        tensors.put("fine", new HostTensor(new Shape(2), type, new byte[2 * size]));
        assertThat(Weights.ofTensors(tensors).firstNotFinite()).isEmpty();

        byte[] last = Arrays.copyOf(new byte[size], 2 * size);
        System.arraycopy(infinity, 0, last, size, size);
        tensors.put("infinite", new HostTensor(new Shape(2), type, last.clone()));
        last[2 * size - 2] |= 1; // a fraction beside the greatest exponent: not a number
        tensors.put("later", new HostTensor(new Shape(2), type, last));

        assertThat(Weights.ofTensors(tensors).firstNotFinite()).contains("infinite");
        tensors.remove("infinite");
        assertThat(Weights.ofTensors(tensors).firstNotFinite()).contains("later");
    }

    @Test
    void partsArePrefixedJoinedAndTakenOutAgain() {
        Weights encoder = Weights.ofTensors(Map.of("w", HostTensor.of(new Shape(), 1f)));
        Weights head = Weights.ofTensors(Map.of("w", HostTensor.of(new Shape(), 2f)));

        Weights both = encoder.prefixed("encoder.").plus(head.prefixed("head."));

        assertThat(both.tensors().keySet()).containsExactly("encoder.w", "head.w");
        assertThat(both.under("head.").digest()).isEqualTo(head.digest());
        assertThatThrownBy(() -> encoder.plus(head))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two tensors are named w");
    }

    @Test
    void digestTellsNamesShapesTypesAndValuesApart() {
        HostTensor tensor = HostTensor.of(new Shape(2), 1f, 2f);
        String digest = digest("w", tensor);

        assertThat(digest).matches("[0-9a-f]{64}").isEqualTo(digest("w", tensor));
        assertThat(digest("v", tensor)).isNotEqualTo(digest);
        assertThat(digest("w", HostTensor.of(new Shape(1, 2), 1f, 2f))).isNotEqualTo(digest);
        assertThat(digest("w", HostTensor.of(new Shape(2), 1f, 3f))).isNotEqualTo(digest);
        assertThat(digest("w", HostTensor.of(new Shape(2), 0L, 0L)))
                .isNotEqualTo(
                        digest("w", HostTensor.of(manager.zeros(new Shape(2), DataType.FLOAT64))));
    }

    @Test
    void becomeArraysOfTheirOwnTypeAgain() {
        Map<String, NDArray> arrays =
                Weights.ofTensors(Map.of("step", HostTensor.of(new Shape(), 1L << 40)))
                        .toArrays(manager);

        assertThat(arrays.get("step").getLong()).isEqualTo(1L << 40);
        assertThat(arrays.get("step").getShape()).isEqualTo(new Shape());
        assertThat(manager.getManagedArrays()).hasSize(1);
    }

    private static HostTensor reshaped(HostTensor tensor) {
        byte[] bytes = new byte[tensor.bytes().remaining()];
        tensor.bytes().get(bytes);
        return new HostTensor(new Shape(2, 1), tensor.type(), bytes);
    }

    private static String digest(String name, HostTensor tensor) {
        return Weights.ofTensors(Map.of(name, tensor)).digest();
    }
}
