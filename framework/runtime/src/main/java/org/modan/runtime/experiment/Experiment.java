/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.modan.spi.Seed;

/**
 * What a user asks for, every default filled in.
 *
 * @param name fit for a file's name
 * @param seed from which every random choice is derived
 * @param imageSize height and width that images are read at, in pixels
 * @param encoder the network that is pretrained
 * @param corpus what it is pretrained on; needed only by strategies that train
 * @param metadata names of the corpus's fields that make the multi-hot target, in order
 * @param rules how the corpus and the tasks are taken
 * @param arms the ways of pretraining, at least one
 * @param checkpoint how often their trainings are saved
 * @param tasks what encoders are tried on; without any the experiment only pretrains
 * @param evaluators how they are tried
 * @param protocol how often, and on which folds
 * @param compare what is tested
 */
public record Experiment(
        String name,
        Seed seed,
        int imageSize,
        EncoderConfig encoder,
        Optional<DatasetConfig> corpus,
        List<String> metadata,
        DatasetRules rules,
        List<ArmConfig> arms,
        CheckpointConfig checkpoint,
        List<TaskConfig> tasks,
        List<EvaluatorConfig> evaluators,
        ProtocolConfig protocol,
        CompareConfig compare) {

    public Experiment {
        requireNonNull(name, "name is null");
        requireNonNull(seed, "seed is null");
        requireNonNull(encoder, "encoder is null");
        requireNonNull(corpus, "corpus is null");
        metadata = List.copyOf(metadata);
        requireNonNull(rules, "rules is null");
        arms = List.copyOf(arms);
        requireNonNull(checkpoint, "checkpoint is null");
        tasks = List.copyOf(tasks);
        evaluators = List.copyOf(evaluators);
        requireNonNull(protocol, "protocol is null");
        requireNonNull(compare, "compare is null");
    }

    /** Every dataset by what messages call it. */
    public Map<String, DatasetConfig> datasets() {
        Map<String, DatasetConfig> datasets = new LinkedHashMap<>();
        corpus.ifPresent(config -> datasets.put("corpus", config));
        tasks.forEach(task -> datasets.put(task.place(), task.dataset()));
        return datasets;
    }

    /** The same as an experiment file holds it, every default spelled out and paths absolute. */
    public Map<String, Object> asMap() {
        return asMap(arm -> Map.of());
    }

    /**
     * The same with the settings each arm is trained with, which only its strategy knows.
     *
     * @param recipes the training settings of an arm, in the words of an experiment file
     */
    Map<String, Object> asMap(Function<ArmConfig, Map<String, Object>> recipes) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", name);
        map.put("seed", seed.value());
        map.put("image-size", imageSize);
        map.put("encoder", encoder.asMap());
        corpus.ifPresent(dataset -> map.put("corpus", dataset.asMap()));
        map.put("metadata", metadata);
        map.putAll(rules.asMap());
        map.put("pretrain", arms.stream().map(arm -> complete(arm, recipes)).toList());
        map.put("checkpoint", checkpoint.asMap());
        map.put("tasks", tasks.stream().map(TaskConfig::asMap).toList());
        map.put("evaluators", evaluators.stream().map(EvaluatorConfig::asMap).toList());
        map.put("protocol", protocol.asMap());
        map.put("compare", compare.asMap());
        return map;
    }

    private static Map<String, Object> complete(
            ArmConfig arm, Function<ArmConfig, Map<String, Object>> recipes) {
        Map<String, Object> map = new LinkedHashMap<>(arm.asMap());
        map.putAll(recipes.apply(arm));
        return map;
    }
}
