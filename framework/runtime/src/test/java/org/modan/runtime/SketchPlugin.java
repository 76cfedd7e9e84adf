/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime;

import ai.djl.ndarray.NDArray;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.modan.nn.layer.Linear;
import org.modan.nn.loss.JaccardAffinity;
import org.modan.runtime.data.PaintedDataset;
import org.modan.runtime.plugin.LoadedPlugin;
import org.modan.runtime.plugin.SpiVersion;
import org.modan.spi.Affinity;
import org.modan.spi.ControlEvaluator;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.DatasetAdapterFactory;
import org.modan.spi.Evaluator;
import org.modan.spi.EvaluatorFactory;
import org.modan.spi.FoldScores;
import org.modan.spi.Initialization;
import org.modan.spi.Layer;
import org.modan.spi.Objective;
import org.modan.spi.OptimizerSpec;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;
import org.modan.spi.Plugin;
import org.modan.spi.PluginContext;
import org.modan.spi.PretrainStrategy;
import org.modan.spi.PretrainStrategyFactory;
import org.modan.spi.ProbeEvaluator;
import org.modan.spi.Representation;
import org.modan.spi.RepresentationEvaluator;
import org.modan.spi.Sample;
import org.modan.spi.StemAdaptation;
import org.modan.spi.Targets;
import org.modan.spi.TrainingRecipe;
import org.modan.spi.TransferEvaluator;
import org.modan.spi.TransferFold;

/** A plugin that offers the least there is of everything, to plan with. */
final class SketchPlugin implements Plugin {

    /** As if it had come from a jar. */
    static LoadedPlugin loaded() {
        return new LoadedPlugin(
                "sketch",
                "1.0",
                SpiVersion.HOST,
                Path.of("sketch.jar"),
                "0".repeat(64),
                new SketchPlugin(),
                new URLClassLoader(new URL[0]),
                false);
    }

    @Override
    public String id() {
        return "sketch";
    }

    @Override
    public List<PretrainStrategyFactory> pretrainStrategies() {
        return List.of(new Training(), new Untrained(), new Loading());
    }

    @Override
    public List<DatasetAdapterFactory> datasetAdapters() {
        return List.of(new Painted());
    }

    @Override
    public List<EvaluatorFactory> evaluators() {
        return List.of(new Judge(), new Probe(), new Control(), new Layout());
    }

    private static final class Training implements PretrainStrategyFactory {
        private static final Option<Double> STRENGTH =
                Option.number("strength", "of nothing").withDefault(0.5);
        private static final Option<Boolean> METADATA =
                Option.flag("reads-metadata", "whether it looks at metadata").withDefault(true);
        private static final Option<Boolean> CLASSES =
                Option.flag("reads-classes", "whether it looks at classes").withDefault(true);

        @Override
        public String name() {
            return "training";
        }

        @Override
        public String summary() {
            return "Trains";
        }

        @Override
        public OptionSpec options() {
            return OptionSpec.of(STRENGTH, METADATA, CLASSES);
        }

        @Override
        public PretrainStrategy create(Options options, PluginContext context) {
            return corpus ->
                    Initialization.train(
                            new MeanOutput(options.get(METADATA), options.get(CLASSES)));
        }
    }

    private record MeanOutput(boolean usesMetadata, boolean usesClasses) implements Objective {
        @Override
        public int viewsPerImage() {
            return 1;
        }

        @Override
        public Layer head(int features) {
            return new Linear(features, 2);
        }

        @Override
        public NDArray loss(NDArray outputs, Targets targets) {
            return outputs.mean();
        }

        @Override
        public Optional<Affinity> affinity() {
            return Optional.of(JaccardAffinity.of(0.5));
        }

        @Override
        public TrainingRecipe defaults() {
            return TrainingRecipe.of(4, 8, OptimizerSpec.sgd(0.1));
        }
    }

    private static final class Untrained implements PretrainStrategyFactory {
        @Override
        public String name() {
            return "untrained";
        }

        @Override
        public String summary() {
            return "Does not train";
        }

        @Override
        public PretrainStrategy create(Options options, PluginContext context) {
            return corpus -> Initialization.random();
        }
    }

    private static final class Loading implements PretrainStrategyFactory {
        private static final Option<Path> WEIGHTS = Option.path("weights", "a file");
        private static final Option<String> CONV1 =
                Option.choice("conv1", "of the stem", "strict", "reinit").withDefault("strict");

        @Override
        public String name() {
            return "loading";
        }

        @Override
        public String summary() {
            return "Loads";
        }

        @Override
        public OptionSpec options() {
            return OptionSpec.of(WEIGHTS, CONV1);
        }

        @Override
        public PretrainStrategy create(Options options, PluginContext context) {
            StemAdaptation stem = StemAdaptation.of(options.get(CONV1));
            return corpus -> Initialization.load(options.get(WEIGHTS), stem);
        }
    }

    private static final class Painted implements DatasetAdapterFactory {
        private static final Option<Path> ROOT = Option.path("root", "where").optional();
        private static final Option<Integer> IMAGES =
                Option.integer("images", "of each class").withDefault(10);
        private static final Option<Integer> GREY = Option.integer("grey", "of all").withDefault(9);
        private static final Option<Integer> WINDOW =
                Option.integer("window", "how pixels are read").withDefault(1);
        private static final Option<String> FOLDER =
                Option.text("folder", "start of every id").withDefault("");
        private static final Option<String> ANATOMY =
                Option.text("anatomy", "of the first image").withDefault("breast");
        private static final Option<Integer> FIRST_LABEL =
                Option.integer("first-label", "of the images").withDefault(0);
        private static final Option<Integer> PER_PATIENT =
                Option.integer("per-patient", "images of each").withDefault(1);
        private static final Option<Integer> CUT =
                Option.integer("cut", "images that cannot be read, each after one that can")
                        .withDefault(0);

        @Override
        public String name() {
            return "painted";
        }

        @Override
        public String summary() {
            return "Evenly grey images";
        }

        @Override
        public OptionSpec options() {
            return OptionSpec.of(
                    ROOT, IMAGES, GREY, WINDOW, FOLDER, ANATOMY, FIRST_LABEL, PER_PATIENT, CUT);
        }

        @Override
        public List<Option<?>> labelOptions() {
            return List.of(FOLDER, ANATOMY, FIRST_LABEL, PER_PATIENT, CUT);
        }

        @Override
        public DatasetAdapter open(Options options, PluginContext context) {
            PaintedDataset dataset = new PaintedDataset("dark", "light");
            for (int i = 0; i < 2 * options.get(IMAGES); i++) {
                dataset.add(
                        Sample.withId(options.get(FOLDER) + i + ".png")
                                .group("patient " + i / options.get(PER_PATIENT))
                                .label((i + options.get(FIRST_LABEL)) % 2)
                                .metadata("modality", i % 3 == 0 ? "CT" : "US")
                                .metadata("anatomy", i == 0 ? options.get(ANATOMY) : "breast")
                                .build(),
                        options.get(GREY));
                if (i < options.get(CUT)) {
                    dataset.add(Sample.withId("cut%d.png".formatted(i)).label(0).build(), -1);
                }
            }
            return dataset;
        }
    }

    private static final class Judge implements EvaluatorFactory {
        private static final Option<Integer> EPOCHS =
                Option.integer("epochs", "of nothing").withDefault(1);

        @Override
        public String name() {
            return "judge";
        }

        @Override
        public String summary() {
            return "Scores";
        }

        @Override
        public OptionSpec options() {
            return OptionSpec.of(EPOCHS);
        }

        @Override
        public Evaluator create(Options options, PluginContext context) {
            return new Constant(options.get(EPOCHS));
        }
    }

    private record Constant(int epochs) implements TransferEvaluator {
        @Override
        public FoldScores score(TransferFold fold) {
            return FoldScores.of(new double[fold.train().size()], new double[fold.test().size()]);
        }

        @Override
        public OptionalDouble trainingPasses() {
            return epochs == 0 ? OptionalDouble.empty() : OptionalDouble.of(epochs);
        }
    }

    private static final class Probe implements EvaluatorFactory {
        @Override
        public String name() {
            return "probe";
        }

        @Override
        public String summary() {
            return "Scores features";
        }

        @Override
        public Evaluator create(Options options, PluginContext context) {
            ProbeEvaluator evaluator =
                    fold ->
                            FoldScores.of(
                                    new double[fold.train().size()],
                                    new double[fold.test().size()]);
            return evaluator;
        }
    }

    private static final class Control implements EvaluatorFactory {
        @Override
        public String name() {
            return "control";
        }

        @Override
        public String summary() {
            return "Scores without images";
        }

        @Override
        public Evaluator create(Options options, PluginContext context) {
            ControlEvaluator evaluator =
                    (train, test, seed) ->
                            FoldScores.of(new double[train.size()], new double[test.size()]);
            return evaluator;
        }
    }

    private static final class Layout implements EvaluatorFactory {
        private static final Option<Integer> SPREAD =
                Option.integer("spread", "of nothing").withDefault(1);

        @Override
        public String name() {
            return "layout";
        }

        @Override
        public String summary() {
            return "Lays the corpus out";
        }

        @Override
        public OptionSpec options() {
            return OptionSpec.of(SPREAD);
        }

        @Override
        public Evaluator create(Options options, PluginContext context) {
            RepresentationEvaluator evaluator =
                    (features, fields, seed) -> Representation.of(new float[features.size()][2]);
            return evaluator;
        }
    }
}
