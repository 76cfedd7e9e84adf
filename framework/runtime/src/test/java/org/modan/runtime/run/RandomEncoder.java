/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run;

import java.util.Map;
import java.util.Optional;
import org.modan.runtime.cell.CellStore;
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
import org.modan.runtime.run.pretrain.PretrainRunner;
import org.modan.runtime.run.record.CellNotes;
import org.modan.spi.Digests;
import org.modan.spi.Initialization;
import org.modan.spi.MemoryLayout;
import org.modan.spi.Seed;

/** A ResNet-18 with random weights, made as a run makes it. */
public final class RandomEncoder {

    private RandomEncoder() {}

    /** The cell; nothing is made yet. */
    public static PretrainCell cell(String name, int imageSize) {
        Map<String, Object> identity = Map.of("kind", "pretrain", "extension", name);
        return new PretrainCell(
                new CellKey(Digests.ofText(CellKey.text(identity))),
                identity,
                "pretrain " + name,
                new EncoderConfig("resnet18", "3x3s1", 1, MemoryLayout.CHANNELS_FIRST),
                new ImageFormat(imageSize, 1),
                Initialization.random(),
                Optional.empty(),
                Optional.empty(),
                new Seed(name.hashCode()),
                new PluginOrigin("pretrain", "1.0", "0".repeat(64)));
    }

    /** Runs the cell. */
    public static void make(PretrainCell cell, CellStore cells, ImageCache cache) {
        RunListener silent = new RunListener() {};
        cells.commit(
                cell.key(),
                new PretrainRunner(ComputeDevice.named("cpu"))
                        .run(
                                cell,
                                CheckpointConfig.STANDARD,
                                cells.workspace(cell.key()),
                                new ImageSource(cache, silent),
                                new CellNotes(),
                                silent));
    }
}
