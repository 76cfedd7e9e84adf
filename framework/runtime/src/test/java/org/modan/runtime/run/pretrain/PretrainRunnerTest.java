/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.nn.internal.weights.HostTensor;
import org.modan.nn.internal.weights.Safetensors;
import org.modan.nn.internal.weights.WeightFile;
import org.modan.nn.internal.weights.Weights;
import org.modan.nn.layer.Parameters;
import org.modan.nn.layer.ResNet;
import org.modan.nn.layer.Stem;
import org.modan.runtime.cell.CellResult;
import org.modan.runtime.data.ImageCache;
import org.modan.runtime.data.ImageFormat;
import org.modan.runtime.experiment.CheckpointConfig;
import org.modan.runtime.experiment.EncoderConfig;
import org.modan.runtime.plan.CellKey;
import org.modan.runtime.plan.PluginOrigin;
import org.modan.runtime.plan.PretrainCell;
import org.modan.runtime.run.input.ImageSource;
import org.modan.runtime.run.listener.RunListener;
import org.modan.runtime.run.machine.ComputeDevice;
import org.modan.runtime.run.record.CellNotes;
import org.modan.spi.Digests;
import org.modan.spi.ErrorCode;
import org.modan.spi.Initialization;
import org.modan.spi.MemoryLayout;
import org.modan.spi.ModanException;
import org.modan.spi.Seed;
import org.modan.spi.StemAdaptation;

class PretrainRunnerTest {

    @TempDir private Path folder;
    private final CellNotes notes = new CellNotes();

    @Test
    void whatBecameOfLoadedWeightsIsNotedByNumberAndName() {
        Path file = weights("resnet18");

        run(file);

        assertThat(notes.asMap()).containsOnlyKeys("loaded");
        Map<?, ?> loaded = (Map<?, ?>) notes.asMap().get("loaded");
        assertThat(loaded.get("file")).isEqualTo(file.toString());
        assertThat(loaded.get("counts"))
                .hasToString("{loaded=119, adapted=1, missing=0, unexpected=2}");
        assertThat((List<?>) loaded.get("loaded")).hasSize(119);
        assertThat(loaded.get("adapted"))
                .hasToString(
                        "{conv1.weight=drawn anew, as the file's is 7x7 of 3 channels for 64 outputs and the encoder's 3x3 of 1 channel for 64 outputs}");
        assertThat(loaded.get("missing")).isEqualTo(List.of());
        assertThat(loaded.get("unexpected")).isEqualTo(List.of("fc.weight", "fc.bias"));
    }

    @Test
    void anEncodersFileSaysWhatItIsAndNotWhereThingsLay() {
        CellResult result = run(weights("resnet18"));

        WeightFile encoder = Safetensors.read(folder.resolve("encoder.safetensors"));
        Map<String, String> metadata = encoder.metadata();
        assertThat(encoder.weights().digest()).isEqualTo(result.artefact().orElseThrow());
        assertThat(metadata)
                .containsOnlyKeys(
                        "format",
                        "encoder",
                        "stem",
                        "channels",
                        "strategy",
                        "config",
                        "config-digest")
                .containsEntry("format", "pt")
                .containsEntry("encoder", "resnet18")
                .containsEntry("strategy", "imagenet");
        assertThat(Digests.ofText(metadata.get("config")))
                .isEqualTo(metadata.get("config-digest"))
                .isEqualTo(result.key());
        assertThat(metadata.toString()).doesNotContain(folder.toString());
    }

    @Test
    void weightsOfAnotherEncoderAreNamedWithTheirFile() {
        Path file = weights("resnet34");

        assertThatThrownBy(() -> run(file))
                .isInstanceOf(ModanException.class)
                .hasMessageStartingWith(
                        file + ": the weights are not of this encoder: layer1.2.conv1.weight is")
                .hasMessageEndingWith("set encoder.name to resnet34, or use other weights")
                .extracting("code")
                .isEqualTo(ErrorCode.CONFIGURATION);
        assertThat(folder.resolve("encoder.safetensors")).doesNotExist();
    }

    private CellResult run(Path weights) {
        return new PretrainRunner(ComputeDevice.named("cpu"))
                .run(
                        cell(weights),
                        CheckpointConfig.STANDARD,
                        folder,
                        new ImageSource(
                                new ImageCache(folder.resolve("cache"), warning -> {}),
                                new RunListener() {}),
                        notes,
                        new RunListener() {});
    }

    private static PretrainCell cell(Path weights) {
        Map<String, Object> identity = Map.of("kind", "pretrain", "extension", "imagenet");
        return new PretrainCell(
                new CellKey(Digests.ofText(CellKey.text(identity))),
                identity,
                "pretrain imagenet",
                new EncoderConfig("resnet18", "3x3s1", 1, MemoryLayout.CHANNELS_FIRST),
                new ImageFormat(32, 1),
                Initialization.load(weights, StemAdaptation.REINIT),
                Optional.empty(),
                Optional.empty(),
                new Seed(3),
                new PluginOrigin("pretrain", "1.0", "0".repeat(64)));
    }

    /** A file as of torchvision: 7x7 on three channels, with a classifier. */
    private Path weights(String name) {
        Path file = folder.resolve(name + ".safetensors");
        try (NDManager manager = NDManager.newBaseManager()) {
            ResNet encoder = ResNet.create(name, Stem.SEVEN_BY_SEVEN, 3);
            Parameters.initialise(encoder, manager, new Seed(1));
            Map<String, HostTensor> tensors = new LinkedHashMap<>(Weights.of(encoder).tensors());
            tensors.put("fc.weight", HostTensor.of(new Shape(1), 1f));
            tensors.put("fc.bias", HostTensor.of(new Shape(1), 1f));
            Safetensors.write(file, Weights.ofTensors(tensors), Map.of("format", "pt"));
        }
        return file;
    }
}
