/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modan.nn.layer.Parameters;
import org.modan.nn.layer.ResNet;
import org.modan.nn.layer.Stem;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.Mode;
import org.modan.spi.Parameter;
import org.modan.spi.Seed;
import org.modan.spi.StemAdaptation;

class LoadAuditTest {

    private static final String REMEDY =
            ". Set the encoder's name, stem and channels to those the weights were made with";

    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void colourWeightsAnswerToGreyAsToTheSameImageInColour() {
        ResNet colour = encoder("resnet18", Stem.SEVEN_BY_SEVEN, 3, 1);
        ResNet grey = encoder("resnet18", Stem.SEVEN_BY_SEVEN, 1, 2);
        Map<String, HostTensor> tensors = tensors(colour);
        tensors.put("fc.weight", HostTensor.of(new Shape(1), 1f));
        tensors.put("fc.bias", HostTensor.of(new Shape(1), 1f));

        LoadAudit audit =
                Weights.ofTensors(tensors).loadInto(grey, manager, StemAdaptation.SUM_RGB);

        assertThat(audit)
                .hasToString(
                        "119 tensors loaded, 1 adapted (conv1.weight: RGB summed to grey), 0 missing, 2 unexpected (fc.weight, fc.bias)");
        NDArray image = manager.randomUniform(0, 1, new Shape(2, 1, 32, 32));
        float[] expected = colour.forward(image.repeat(1, 3), Mode.EVALUATE).toFloatArray();
        float[] actual = grey.forward(image, Mode.EVALUATE).toFloatArray();
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(1e-4f));
        }
    }

    @Test
    void aStemDrawnAnewKeepsItsOwnValuesAndAllElseIsLoaded() {
        ResNet colour = encoder("resnet18", Stem.SEVEN_BY_SEVEN, 3, 1);
        ResNet grey = encoder("resnet18", Stem.THREE_BY_THREE, 1, 2);
        Map<String, HostTensor> expected = tensors(colour);
        expected.put("conv1.weight", tensors(grey).get("conv1.weight"));

        LoadAudit audit = Weights.of(colour).loadInto(grey, manager, StemAdaptation.REINIT);

        assertThat(audit)
                .hasToString(
                        "119 tensors loaded, 1 adapted (conv1.weight: drawn anew, as the file's is 7x7 of 3 channels for 64 outputs and the encoder's 3x3 of 1 channel for 64 outputs), 0 missing, 0 unexpected");
        assertThat(audit.loaded()).doesNotContain("conv1.weight");
        assertThat(Weights.of(grey).digest()).isEqualTo(Weights.ofTensors(expected).digest());
    }

    @ParameterizedTest
    @EnumSource
    void aStemThatFitsIsLoadedWhateverIsChosen(StemAdaptation adaptation) {
        ResNet source = encoder("resnet18", Stem.THREE_BY_THREE, 1, 1);
        ResNet target = encoder("resnet18", Stem.THREE_BY_THREE, 1, 2);

        LoadAudit audit = Weights.of(source).loadInto(target, manager, adaptation);

        assertThat(audit).hasToString("120 tensors loaded, 0 adapted, 0 missing, 0 unexpected");
        assertThat(Weights.of(target).digest()).isEqualTo(Weights.of(source).digest());
    }

    @Test
    void kernelsOfTwoSizesCannotBeSummed() {
        ResNet grey = encoder("resnet18", Stem.THREE_BY_THREE, 1, 2);
        Weights colour = Weights.of(encoder("resnet18", Stem.SEVEN_BY_SEVEN, 3, 1));

        assertRefused(
                colour,
                grey,
                StemAdaptation.SUM_RGB,
                "conv1.weight cannot be summed to grey: the file's is 7x7 of 3 channels for 64 outputs and the encoder's 3x3 of 1 channel for 64 outputs, and only kernels of one size can be summed; set conv1 to reinit");
        assertRefused(
                colour,
                grey,
                StemAdaptation.STRICT,
                "conv1.weight does not fit: the file's is 7x7 of 3 channels for 64 outputs and the encoder's 3x3 of 1 channel for 64 outputs; set conv1 to reinit");
    }

    @Test
    void onlyColourIsSummedAndOnlyToGrey() {
        Weights grey = Weights.of(encoder("resnet18", Stem.THREE_BY_THREE, 1, 1));
        Weights colour = Weights.of(encoder("resnet18", Stem.THREE_BY_THREE, 3, 1));

        assertRefused(
                grey,
                encoder("resnet18", Stem.THREE_BY_THREE, 3, 2),
                StemAdaptation.SUM_RGB,
                "conv1.weight cannot be summed to grey: the file's is 3x3 of 1 channel for 64 outputs and the encoder's 3x3 of 3 channels for 64 outputs, and only three channels can be summed, into one, for as many outputs; set conv1 to reinit");
        assertRefused(
                colour,
                encoder("resnet18", Stem.THREE_BY_THREE, 1, 2),
                StemAdaptation.STRICT,
                "conv1.weight does not fit: the file's is 3x3 of 3 channels for 64 outputs and the encoder's 3x3 of 1 channel for 64 outputs; set conv1 to sum-rgb or reinit");
    }

    @Test
    void countersThatOldFilesLackStartAtZero() {
        ResNet source = encoder("resnet18", Stem.THREE_BY_THREE, 1, 1);
        ResNet target = encoder("resnet18", Stem.THREE_BY_THREE, 1, 2);
        target.parameters().get("bn1.num_batches_tracked").bind(manager.create(7L));
        Map<String, HostTensor> tensors = tensors(source);
        tensors.keySet().removeIf(name -> name.endsWith("num_batches_tracked"));

        LoadAudit audit =
                Weights.ofTensors(tensors).loadInto(target, manager, StemAdaptation.STRICT);

        assertThat(audit.missing()).hasSize(20).contains("bn1.num_batches_tracked");
        assertThat(audit)
                .hasToString(
                        "100 tensors loaded, 0 adapted, 20 missing (bn1.num_batches_tracked, layer1.0.bn1.num_batches_tracked, layer1.0.bn2.num_batches_tracked, layer1.1.bn1.num_batches_tracked, layer1.1.bn2.num_batches_tracked and 15 more), 0 unexpected");
        assertThat(target.parameters().get("bn1.num_batches_tracked").array().getLong()).isZero();
    }

    @Test
    void nothingElseMayBeMissing() {
        ResNet target = encoder("resnet18", Stem.THREE_BY_THREE, 1, 2);
        Map<String, HostTensor> tensors = tensors(target);
        tensors.remove("bn1.running_mean");
        tensors.remove("layer4.1.conv2.weight");

        assertRefused(
                Weights.ofTensors(tensors),
                target,
                StemAdaptation.REINIT,
                "bn1.running_mean is missing; layer4.1.conv2.weight is missing");
    }

    /** All tensors of a ResNet-18 have their namesakes in a ResNet-34. */
    @ParameterizedTest
    @ValueSource(strings = {"resnet34", "resnet50"})
    void aDeeperEncodersWeightsAreNotTakenInPart(String deeper) {
        Weights weights = Weights.of(encoder(deeper, Stem.THREE_BY_THREE, 1, 1));

        assertThatThrownBy(
                        () ->
                                weights.loadInto(
                                        encoder("resnet18", Stem.THREE_BY_THREE, 1, 2),
                                        manager,
                                        StemAdaptation.STRICT))
                .isInstanceOf(ModanException.class)
                .hasMessageStartingWith("the weights are not of this encoder: layer1.")
                .hasMessageEndingWith(
                        " more. The file is of a %s, the encoder is a resnet18: set encoder.name to %s, or use other weights"
                                .formatted(deeper, deeper));
    }

    @Test
    void variantsOfAnotherWidthAreToldApart() {
        ResNet target = encoder("resnet50", Stem.THREE_BY_THREE, 1, 2);
        Map<String, HostTensor> wide = tensors(target);
        wide.put("layer1.0.conv1.weight", zeros(128, 64, 1, 1));
        wide.put("layer1.0.conv2.weight", zeros(128, 128, 3, 3));

        assertThatThrownBy(
                        () ->
                                Weights.ofTensors(wide)
                                        .loadInto(target, manager, StemAdaptation.STRICT))
                .hasMessage(
                        "the weights are not of this encoder: layer1.0.conv1.weight has shape (128, 64, 1, 1) instead of (64, 64, 1, 1); layer1.0.conv2.weight has shape (128, 128, 3, 3) instead of (64, 64, 3, 3). The file is of a residual network with stages of 3, 4, 6, 3 bottleneck blocks, 128 channels wide, the encoder is a resnet50: use other weights");
    }

    @Test
    void weightsWithoutAnyCommonNameAreCalledStrangers() {
        Map<String, HostTensor> transformer = new LinkedHashMap<>();
        for (String name :
                List.of("cls_token", "pos_embed", "patch_embed.proj.weight", "norm.bias")) {
            transformer.put(name, zeros(1));
        }

        assertThatThrownBy(
                        () ->
                                Weights.ofTensors(transformer)
                                        .loadInto(
                                                encoder("resnet18", Stem.THREE_BY_THREE, 1, 2),
                                                manager,
                                                StemAdaptation.REINIT))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        "the weights are not of this encoder: none of the file's 4 tensors (cls_token, pos_embed, patch_embed.proj.weight, norm.bias) has a name of this encoder's (conv1.weight, bn1.weight, bn1.bias, bn1.running_mean, bn1.running_var and 115 more); use a ResNet's weights with torchvision's names")
                .extracting("code")
                .isEqualTo(ErrorCode.CONFIGURATION);
    }

    @Test
    void namesBehindAnUnknownPrefixAreRecognised() {
        ResNet target = encoder("resnet18", Stem.THREE_BY_THREE, 1, 2);

        assertThatThrownBy(
                        () ->
                                Weights.of(target)
                                        .prefixed("network.encoder.")
                                        .loadInto(target, manager, StemAdaptation.STRICT))
                .hasMessage(
                        "the weights are not of this encoder: the file has the encoder's tensors behind network.encoder.; save them without it");
    }

    @Test
    void valuesThatMakeAnEncoderUselessAreRefusedByName() {
        ResNet target = encoder("resnet18", Stem.THREE_BY_THREE, 1, 2);
        Map<String, HostTensor> tensors = tensors(target);
        tensors.put("layer1.0.conv1.weight", filled(Float.NaN, 64, 64, 3, 3));
        tensors.put("layer1.0.bn1.bias", oneIn(64, Float.NEGATIVE_INFINITY));
        tensors.put("bn1.running_var", oneIn(64, -1e-3f));
        tensors.put("layer1.0.bn1.running_var", filled(Float.NaN, 64));
        tensors.put("fc.weight", filled(Float.NaN, 2, 512));

        assertUseless(
                tensors,
                target,
                "bn1.running_var holds negative values; layer1.0.conv1.weight holds 36864 values that are not finite; layer1.0.bn1.bias holds a value that is not finite; layer1.0.bn1.running_var holds 64 values that are not finite");
    }

    @Test
    void valuesTooLargeForTheEncodersTypeAreNotFinite() {
        ResNet target = encoder("resnet18", Stem.THREE_BY_THREE, 1, 2);
        Map<String, HostTensor> tensors = tensors(target);
        byte[] bytes = new byte[64 * Double.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putDouble(1e300);
        tensors.put("bn1.weight", new HostTensor(new Shape(64), DataType.FLOAT64, bytes));

        assertUseless(tensors, target, "bn1.weight holds a value that is not finite");
    }

    /** A stem that is drawn anew is none of the file's; one that is summed is. */
    @Test
    void onlyValuesThatAreUsedMustBeOfUse() {
        ResNet grey = encoder("resnet18", Stem.THREE_BY_THREE, 1, 2);
        Map<String, HostTensor> tensors = tensors(encoder("resnet18", Stem.THREE_BY_THREE, 3, 1));
        tensors.put("conv1.weight", filled(Float.NaN, 64, 3, 3, 3));

        assertThatThrownBy(
                        () ->
                                Weights.ofTensors(tensors)
                                        .loadInto(grey, manager, StemAdaptation.SUM_RGB))
                .hasMessageContaining("conv1.weight holds 1728 values that are not finite");
        assertThat(Weights.ofTensors(tensors).loadInto(grey, manager, StemAdaptation.REINIT))
                .extracting(LoadAudit::loaded)
                .asInstanceOf(LIST)
                .hasSize(119);
    }

    @Test
    void anEncoderWithoutValuesIsEnoughToAuditAgainst() {
        ResNet colour = encoder("resnet18", Stem.SEVEN_BY_SEVEN, 3, 1);
        ResNet grey = ResNet.create("resnet18", Stem.SEVEN_BY_SEVEN, 1);
        WeightOutline outline = WeightOutline.of(Weights.of(colour));

        assertThat(outline.audit(grey, StemAdaptation.SUM_RGB))
                .hasToString(
                        "119 tensors loaded, 1 adapted (conv1.weight: RGB summed to grey), 0 missing, 0 unexpected");
        assertThatThrownBy(() -> outline.audit(grey, StemAdaptation.STRICT))
                .isInstanceOf(ModanException.class)
                .hasMessageContaining("set conv1 to sum-rgb or reinit");
        assertThat(grey.parameters().values()).noneMatch(Parameter::isAllocated);
    }

    @Test
    void adaptationsAreKnownByTheirNamesInExperimentFiles() {
        for (StemAdaptation adaptation : StemAdaptation.values()) {
            assertThat(StemAdaptation.of(adaptation.text())).isEqualTo(adaptation);
        }
        assertThatThrownBy(() -> StemAdaptation.of("mean-rgb"))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        "weights: unknown adaptation 'mean-rgb'; set conv1 to one of strict, reinit, sum-rgb");
    }

    @Test
    void anAuditIsUnchangeable() {
        assertThatThrownBy(
                        () ->
                                new LoadAudit(List.of(), Map.of(), List.of(), List.of())
                                        .adapted()
                                        .put("a", "b"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    private void assertRefused(
            Weights weights, ResNet encoder, StemAdaptation adaptation, String reason) {
        String before = Weights.of(encoder).digest();
        assertThatThrownBy(() -> weights.loadInto(encoder, manager, adaptation))
                .isInstanceOf(ModanException.class)
                .hasMessage("the weights are not of this encoder: " + reason + REMEDY)
                .extracting("code")
                .isEqualTo(ErrorCode.CONFIGURATION);
        assertThat(Weights.of(encoder).digest()).as("nothing is changed").isEqualTo(before);
    }

    private void assertUseless(Map<String, HostTensor> tensors, ResNet target, String flaws) {
        String before = Weights.of(target).digest();
        assertThatThrownBy(
                        () ->
                                Weights.ofTensors(tensors)
                                        .loadInto(target, manager, StemAdaptation.STRICT))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        "the weights are of no use: %s. Fetch or export the file again"
                                .formatted(flaws))
                .extracting("code")
                .isEqualTo(ErrorCode.CONFIGURATION);
        assertThat(Weights.of(target).digest()).as("nothing is changed").isEqualTo(before);
    }

    private ResNet encoder(String name, Stem stem, int channels, int seed) {
        ResNet encoder = ResNet.create(name, stem, channels);
        Parameters.initialise(encoder, manager, new Seed(seed));
        return encoder;
    }

    private static HostTensor oneIn(int count, float value) {
        float[] values = new float[count];
        values[count / 2] = value;
        return HostTensor.of(new Shape(count), values);
    }

    private static HostTensor filled(float value, long... shape) {
        Shape form = new Shape(shape);
        float[] values = new float[Math.toIntExact(form.size())];
        Arrays.fill(values, value);
        return HostTensor.of(form, values);
    }

    private static HostTensor zeros(long... shape) {
        Shape form = new Shape(shape);
        return HostTensor.of(form, new float[Math.toIntExact(form.size())]);
    }

    private static Map<String, HostTensor> tensors(ResNet encoder) {
        return new LinkedHashMap<>(Weights.of(encoder).tensors());
    }
}
