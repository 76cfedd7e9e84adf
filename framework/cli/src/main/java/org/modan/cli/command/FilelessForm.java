/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.cli.Option;

/** An experiment given by options: what a file would hold, as a tree of values. */
final class FilelessForm {

    static final String NAME = "name";
    static final String SEED = "seed";
    static final String IMAGE_SIZE = "image-size";
    static final String CORPUS = "corpus";
    static final String METADATA = "metadata";
    static final String STRATEGIES = "strategies";
    static final String EPOCHS = "epochs";
    static final String TASKS = "tasks";
    static final String EVALUATORS = "evaluators";
    static final String REPEATS = "repeats";
    static final String FOLDS = "folds";

    /** What does the same to an experiment that is in a file. */
    private static final Map<String, String> WITH_FILE =
            Map.ofEntries(
                    Map.entry(NAME, "--set name=NAME"),
                    Map.entry(SEED, "--set seed=N"),
                    Map.entry(IMAGE_SIZE, "--set image-size=N"),
                    Map.entry(CORPUS, "--set corpus.root=PATH"),
                    Map.entry(METADATA, "--set metadata=[field,field]"),
                    Map.entry(STRATEGIES, "--only strategy=name,name"),
                    Map.entry(EPOCHS, "--set pretrain[0].epochs=N"),
                    Map.entry(TASKS, "--only task=name,name"),
                    Map.entry(EVALUATORS, "--only evaluator=name,name"),
                    Map.entry(REPEATS, "--set protocol.repeats=N"),
                    Map.entry(FOLDS, "--set protocol.folds=N"));

    private final Arguments arguments;

    FilelessForm(Arguments arguments) {
        this.arguments = requireNonNull(arguments, "arguments is null");
    }

    static List<Option> options() {
        return List.of(
                CommonOptions.valued(
                        CORPUS, "dataset=PATH", "what encoders are pretrained on: folder=PATH"),
                CommonOptions.valued(
                        METADATA, "f1,f2", "fields of the corpus that make the target"),
                CommonOptions.valued(STRATEGIES, "s1,s2", "ways of pretraining; see modan list"),
                CommonOptions.valued(
                        EPOCHS, "N", "of every strategy that trains (default: its own)"),
                CommonOptions.valued(
                        TASKS, "dataset=PATH,...", "what encoders are tried on; may be repeated"),
                CommonOptions.valued(EVALUATORS, "e1,e2", "how they are tried; see modan list"),
                CommonOptions.valued(REPEATS, "N", "of the cross-validation"),
                CommonOptions.valued(FOLDS, "N", "of one repeat"),
                CommonOptions.valued(SEED, "N", "from which every random choice is derived"),
                CommonOptions.valued(IMAGE_SIZE, "N", "height and width of images, in pixels"),
                CommonOptions.valued(NAME, "NAME", "of the experiment (default: from its data)"));
    }

    /** The first of these options that was given. */
    Optional<String> given() {
        return options().stream().map(Option::getLongOpt).filter(arguments::has).findFirst();
    }

    /** Refuses to mix options with a file: which of the two would win, nobody could tell. */
    void refuseBeside(String file) {
        given().ifPresent(
                        option -> {
                            throw arguments.problem(
                                    "--%s makes an experiment without a file, but %s is given; change the file, or use %s"
                                            .formatted(option, file, WITH_FILE.get(option)));
                        });
    }

    boolean hasEpochs() {
        return arguments.has(EPOCHS);
    }

    /** Everything but the epochs, which not every strategy has. */
    Map<String, Object> tree() {
        return tree(Set.of());
    }

    /**
     * @param trained the strategies that train, and so take epochs
     */
    Map<String, Object> treeWithEpochs(Set<String> trained) {
        List<String> strategies = arguments.items(STRATEGIES);
        if (strategies.stream().noneMatch(trained::contains)) {
            throw arguments.problem(
                    "--epochs: %s does not train".formatted(String.join(", ", strategies)));
        }
        return tree(trained);
    }

    private Map<String, Object> tree(Set<String> trained) {
        List<String> strategies = arguments.items(STRATEGIES);
        if (strategies.isEmpty()) {
            throw arguments.problem("needs an experiment file, or --strategies and --tasks");
        }
        Optional<Map<String, Object>> corpus =
                arguments.value(CORPUS).map(text -> dataset(CORPUS, text));
        List<Map<String, Object>> tasks =
                arguments.items(TASKS).stream().map(text -> dataset(TASKS, text)).toList();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", arguments.value(NAME).orElseGet(() -> name(corpus, tasks)));
        arguments.wholeNumber(SEED).ifPresent(seed -> tree.put("seed", seed));
        arguments.wholeNumber(IMAGE_SIZE).ifPresent(size -> tree.put("image-size", size));
        corpus.ifPresent(dataset -> tree.put("corpus", dataset));
        if (arguments.has(METADATA)) {
            tree.put("metadata", arguments.items(METADATA));
        }
        tree.put("pretrain", strategies.stream().map(name -> arm(name, trained)).toList());
        if (!tasks.isEmpty()) {
            tree.put("tasks", tasks);
        }
        if (arguments.has(EVALUATORS)) {
            tree.put(
                    "evaluators",
                    arguments.items(EVALUATORS).stream()
                            .map(name -> Map.of("evaluator", name))
                            .toList());
        }
        Map<String, Object> protocol = new LinkedHashMap<>();
        arguments.wholeNumber(FOLDS).ifPresent(folds -> protocol.put("folds", folds));
        arguments.wholeNumber(REPEATS).ifPresent(repeats -> protocol.put("repeats", repeats));
        if (!protocol.isEmpty()) {
            tree.put("protocol", protocol);
        }
        return tree;
    }

    private Map<String, Object> arm(String strategy, Set<String> trained) {
        Map<String, Object> arm = new LinkedHashMap<>();
        arm.put("strategy", strategy);
        if (trained.contains(strategy)) {
            arm.put("epochs", arguments.wholeNumber(EPOCHS).orElseThrow());
        }
        return arm;
    }

    /** {@code busi=PATH}, or a dataset's name alone where it needs no path. */
    private Map<String, Object> dataset(String option, String text) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        String path = equals < 0 ? "" : text.substring(equals + 1);
        if (name.isBlank() || equals >= 0 && path.isBlank()) {
            throw arguments.problem(
                    "--%s %s: expected dataset=PATH, as in busi=/data/busi"
                            .formatted(option, text));
        }
        if (equals < 0 && text.matches(".*[/\\\\].*")) {
            throw arguments.problem(
                    "--%s %s: which dataset is this? Write dataset=PATH, as in folder=%s"
                            .formatted(option, text, text));
        }
        Map<String, Object> dataset = new LinkedHashMap<>();
        dataset.put("dataset", name.strip());
        if (equals >= 0) {
            dataset.put("root", path);
        }
        return dataset;
    }

    /** Says what is learned from what, and is fit for a folder's name. */
    private static String name(
            Optional<Map<String, Object>> corpus, List<Map<String, Object>> tasks) {
        String to =
                tasks.stream()
                        .map(task -> (String) task.get("dataset"))
                        .distinct()
                        .collect(Collectors.joining("-"));
        String name =
                corpus.map(FilelessForm::source)
                        .map(from -> to.isEmpty() ? from : from + "-to-" + to)
                        .orElse(to);
        return name.isEmpty() ? "experiment" : name;
    }

    private static String source(Map<String, Object> corpus) {
        String root = (String) corpus.getOrDefault("root", "");
        String folder = root.replaceAll("[/\\\\]+$", "").replaceAll(".*[/\\\\]", "");
        String slug =
                folder.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        return slug.isEmpty() ? (String) corpus.get("dataset") : slug;
    }
}
