/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;

/** A small set of extensions with one option of every type. */
final class InstalledExtensions implements Extensions {

    static final Option<Double> TEMPERATURE =
            Option.number("temperature", "divides the similarities")
                    .where("greater than 0", value -> value > 0)
                    .withDefault(0.07);
    static final Option<Double> THRESHOLD =
            Option.number("threshold", "least overlap of a positive pair")
                    .where("from 0 to 1", value -> value >= 0 && value <= 1)
                    .withDefault(0.3);
    static final Option<Map<String, Double>> FIELD_WEIGHTS =
            Option.numbers("field-weights", "how much each field counts")
                    .where(
                            "0 or more",
                            weights -> weights.values().stream().allMatch(value -> value >= 0))
                    .optional();
    static final Option<Path> WEIGHTS = Option.path("weights", "file of the weights");
    static final Option<Path> ROOT = Option.path("root", "folder of the images");
    static final Option<Integer> LIMIT =
            Option.integer("limit-per-class", "at most so many images of a class").optional();
    static final Option<Map<String, Map<String, String>>> FOLDER_METADATA =
            Option.table("metadata", "what a class folder is").optional();
    static final Option<String> NORMAL =
            Option.choice("normal", "where normal images go", "benign", "drop", "separate")
                    .withDefault("benign");
    static final Option<Boolean> SPECKLE =
            Option.flag("speckle", "whether there is noise").withDefault(true);
    static final Option<List<String>> MODALITIES =
            Option.list("modalities", "to be drawn").withDefault(List.of("CT", "US"));
    static final Option<Integer> EPOCHS =
            Option.integer("epochs", "passes over a fold").withDefault(10);

    private static final Map<String, OptionSpec> STRATEGIES =
            Map.of(
                    "mulsupcon", OptionSpec.of(TEMPERATURE, THRESHOLD, FIELD_WEIGHTS),
                    "imagenet", OptionSpec.of(WEIGHTS),
                    "scratch", OptionSpec.none());
    private static final Map<String, OptionSpec> DATASETS =
            Map.of(
                    "folder", OptionSpec.of(ROOT, LIMIT, FOLDER_METADATA),
                    "busi", OptionSpec.of(ROOT, NORMAL),
                    "phantom", OptionSpec.of(SPECKLE, MODALITIES));
    private static final Map<String, OptionSpec> EVALUATORS =
            Map.of(
                    "fine-tune", OptionSpec.of(EPOCHS),
                    "linear-probe", OptionSpec.of(EPOCHS),
                    "knn", OptionSpec.none());

    @Override
    public Optional<OptionSpec> strategy(String name) {
        return Optional.ofNullable(STRATEGIES.get(name));
    }

    @Override
    public Optional<OptionSpec> dataset(String name) {
        return Optional.ofNullable(DATASETS.get(name));
    }

    @Override
    public Optional<OptionSpec> evaluator(String name) {
        return Optional.ofNullable(EVALUATORS.get(name));
    }

    @Override
    public Set<String> strategies() {
        return STRATEGIES.keySet();
    }

    @Override
    public Set<String> datasets() {
        return DATASETS.keySet();
    }

    @Override
    public Set<String> evaluators() {
        return EVALUATORS.keySet();
    }
}
