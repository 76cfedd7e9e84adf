/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.pretrain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import org.modan.nn.internal.weights.Weights;
import org.modan.nn.layer.BatchNorm2d;
import org.modan.nn.layer.Conv2d;
import org.modan.nn.layer.Linear;
import org.modan.nn.layer.Parameters;
import org.modan.nn.layer.Sequential;
import org.modan.runtime.data.ImageCache;
import org.modan.runtime.data.ImageFormat;
import org.modan.runtime.data.OpenDataset;
import org.modan.runtime.data.PaintedDataset;
import org.modan.runtime.data.PaintedFactory;
import org.modan.runtime.experiment.CheckpointConfig;
import org.modan.runtime.experiment.EncoderConfig;
import org.modan.runtime.metadata.MetadataTarget;
import org.modan.runtime.plan.Cell;
import org.modan.runtime.plan.CellKey;
import org.modan.runtime.plan.Corpus;
import org.modan.runtime.plan.PluginOrigin;
import org.modan.runtime.plan.PretrainCell;
import org.modan.runtime.run.listener.RunListener;
import org.modan.runtime.run.machine.Machine;
import org.modan.runtime.run.record.CellNotes;
import org.modan.spi.AugmentationSpec;
import org.modan.spi.Encoder;
import org.modan.spi.EpochReport;
import org.modan.spi.ImageSet;
import org.modan.spi.Initialization;
import org.modan.spi.Layer;
import org.modan.spi.MemoryLayout;
import org.modan.spi.Mode;
import org.modan.spi.Objective;
import org.modan.spi.OptimizerSpec;
import org.modan.spi.Parameter;
import org.modan.spi.Sample;
import org.modan.spi.Seed;
import org.modan.spi.Targets;
import org.modan.spi.TrainingRecipe;

/**
 * A pretraining of {@value #EPOCHS} epochs of {@value #STEPS} steps that takes milliseconds, and
 * what is said and noted of it.
 */
final class SmallPretraining {

    static final int EPOCHS = 3;
    static final int STEPS = 4;

    /** Saved after every step. */
    static final CheckpointConfig ALWAYS =
            new CheckpointConfig(Optional.empty(), Optional.of(1e-12));

    private static final int IMAGES = 16;
    private static final int SIZE = 8;

    private final Path workspace;
    private final Path cache;
    private final List<String> said = new ArrayList<>();
    private final List<EpochReport> reports = new ArrayList<>();
    private CheckpointConfig checkpoint = ALWAYS;
    private int threads = 2;
    private OptimizerSpec optimizer = OptimizerSpec.adam(0.01);
    private MemoryLayout layout = MemoryLayout.CHANNELS_FIRST;
    private Optional<Layer> topOfHead = Optional.empty();
    private IntConsumer afterStep = step -> {};
    private CellNotes notes = new CellNotes();
    private Optional<NDManager> running = Optional.empty();

    SmallPretraining(Path workspace, Path cache) {
        this.workspace = workspace;
        this.cache = cache;
    }

    SmallPretraining checkpoint(CheckpointConfig value) {
        checkpoint = value;
        return this;
    }

    /** What the machine says of itself; the engine is left as it is. */
    SmallPretraining threads(int value) {
        threads = value;
        return this;
    }

    SmallPretraining optimizer(OptimizerSpec value) {
        optimizer = value;
        return this;
    }

    SmallPretraining layout(MemoryLayout value) {
        layout = value;
        return this;
    }

    /** What the head ends with. */
    SmallPretraining topOfHead(Layer value) {
        topOfHead = Optional.of(value);
        return this;
    }

    /**
     * @param action told of each step before it is saved, counted from 1 from the training's start
     */
    SmallPretraining afterStep(IntConsumer action) {
        afterStep = action;
        return this;
    }

    /** Ends as a killed process would: between a step and its checkpoint. */
    SmallPretraining killedAfterStep(int last) {
        return afterStep(
                step -> {
                    if (step == last) {
                        throw new CancellationException("killed");
                    }
                });
    }

    /**
     * @return digest of the trained encoder
     */
    String run() {
        notes = new CellNotes();
        OpenDataset corpus = PaintedFactory.open(painted());
        PretrainCell cell = cell(corpus);
        ImageSet images =
                new ImageCache(cache, warning -> {})
                        .images(corpus, cell.imageFormat(), decoded -> {});
        try (NDManager manager = NDManager.newBaseManager()) {
            running = Optional.of(manager);
            SmallEncoder encoder = new SmallEncoder(layout);
            Parameters.initialise(encoder, manager, cell.seed().derive("encoder"));
            new Pretraining(
                            cell,
                            new SquaredOutputs(optimizer, topOfHead),
                            new Machine("cpu()", "amd64, avx2", threads, "2.7.1"),
                            new CheckpointSchedule(checkpoint, System::nanoTime),
                            workspace,
                            notes,
                            new Heard())
                    .train(encoder, images, manager);
            return Weights.of(encoder).digest();
        }
    }

    /** How many arrays the training under way holds. */
    int arrays() {
        return running.orElseThrow().getManagedArrays().size();
    }

    /** Everything told so far, in order. */
    List<String> said() {
        return said;
    }

    /** All epochs that were trained to their end so far. */
    List<EpochReport> reports() {
        return reports;
    }

    /** Of the last run. */
    Map<String, Object> notes() {
        return notes.asMap();
    }

    private static PaintedDataset painted() {
        PaintedDataset dataset = new PaintedDataset("dark", "light");
        for (int i = 0; i < IMAGES; i++) {
            dataset.add(Sample.withId(i + ".png").metadata("modality", "US").build(), 15 * i);
        }
        return dataset;
    }

    private PretrainCell cell(OpenDataset corpus) {
        SquaredOutputs objective = new SquaredOutputs(optimizer, topOfHead);
        return new PretrainCell(
                new CellKey("c".repeat(64)),
                Map.of("kind", "pretrain"),
                "pretrain small",
                new EncoderConfig("small", "none", 1, layout),
                new ImageFormat(SIZE, 1),
                Initialization.train(objective),
                Optional.of(objective.defaults()),
                Optional.of(
                        new Corpus(
                                corpus,
                                MetadataTarget.encode(corpus, List.of("modality")),
                                Optional.empty())),
                new Seed(5),
                new PluginOrigin("small", "1.0", "0".repeat(64)));
    }

    private final class Heard implements RunListener {
        @Override
        public void cellResumed(Cell cell, String where) {
            said.add("goes on " + where);
        }

        @Override
        public void told(Cell cell, String text) {
            said.add(text);
        }

        @Override
        public void step(int epoch, int step, int steps, double loss, int images) {
            afterStep.accept((epoch - 1) * STEPS + step);
        }

        @Override
        public void epoch(EpochReport report) {
            reports.add(report);
        }
    }

    /** With convolutions, whose weights have a layout, buffers and a counter. */
    private static final class SmallEncoder implements Encoder {
        private static final int FEATURES = 6;

        private final Map<String, Layer> layers = new LinkedHashMap<>();
        private final Map<String, Parameter> parameters = new LinkedHashMap<>();

        SmallEncoder(MemoryLayout layout) {
            layers.put("conv1", new Conv2d(1, 4, 3, 1, 1));
            layers.put("bn1", new BatchNorm2d(4));
            layers.put("conv2", new Conv2d(4, FEATURES, 3, 2, 1));
            layers.forEach(
                    (layer, child) ->
                            child.parameters()
                                    .forEach(
                                            (name, value) ->
                                                    parameters.put(layer + "." + name, value)));
            Parameters.layOut(this, layout);
        }

        @Override
        public int features() {
            return FEATURES;
        }

        @Override
        public int channels() {
            return 1;
        }

        @Override
        public Map<String, Parameter> parameters() {
            return parameters;
        }

        @Override
        public NDArray forward(NDArray input, Mode mode) {
            NDArray maps = input;
            for (Layer layer : layers.values()) {
                maps = layer.forward(maps, mode);
            }
            return maps.sum(new int[] {2, 3});
        }
    }

    private record SquaredOutputs(OptimizerSpec optimizer, Optional<Layer> topOfHead)
            implements Objective {
        @Override
        public int viewsPerImage() {
            return 2;
        }

        @Override
        public Layer head(int features) {
            Layer linear = new Linear(features, 2);
            return topOfHead.map(top -> Sequential.of(linear, top)).orElse(Sequential.of(linear));
        }

        @Override
        public NDArray loss(NDArray outputs, Targets targets) {
            return outputs.square().mean();
        }

        @Override
        public TrainingRecipe defaults() {
            return TrainingRecipe.of(EPOCHS, IMAGES / STEPS, optimizer)
                    .withAugmentation(AugmentationSpec.contrastive());
        }
    }
}
