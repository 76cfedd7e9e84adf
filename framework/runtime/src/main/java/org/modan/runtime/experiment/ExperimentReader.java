/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.modan.runtime.experiment.ProtocolConfig.Profile;
import org.modan.runtime.experiment.section.ProblemCollector;
import org.modan.runtime.experiment.section.Section;
import org.modan.runtime.experiment.section.Words;
import org.modan.runtime.experiment.training.TrainingOverrides;
import org.modan.runtime.experiment.training.TrainingReader;
import org.modan.runtime.experiment.yaml.ListNode;
import org.modan.runtime.experiment.yaml.MapNode;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;
import org.modan.spi.Seed;

/** Reads one experiment, matrix set aside. */
final class ExperimentReader {

    private static final String CORPUS = "corpus";
    private static final String PRETRAIN = "pretrain";
    private static final String TASKS = "tasks";
    private static final String EVALUATORS = "evaluators";

    private static final Option<String> NAME =
            Option.text("name", "of the experiment")
                    .where(
                            "made of letters, digits, '.', '-' and '_'",
                            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}").asMatchPredicate())
                    .optional();
    private static final Option<String> SEED =
            Option.text("seed", "from which every random choice is derived")
                    .where("a whole number", ExperimentReader::isLong)
                    .withDefault("0");
    private static final Option<Integer> IMAGE_SIZE =
            Option.integer("image-size", "height and width that images are read at, in pixels")
                    .where("from 8 to 1024", value -> value >= 8 && value <= 1024)
                    .withDefault(64);
    private static final Option<List<String>> METADATA =
            Option.list("metadata", "fields that make the multi-hot target")
                    .where("without blanks", names -> names.stream().noneMatch(String::isBlank))
                    .where("without repetitions", names -> isSet(names))
                    .withDefault(List.of("modality", "anatomy"));
    private static final Option<String> ON_BAD_IMAGE =
            Option.choice(
                            DatasetRules.ON_BAD_IMAGE,
                            "what becomes of images that cannot be read",
                            Words.of(OnBadImage.class))
                    .withDefault(Words.of(OnBadImage.FAIL));
    private static final OptionSpec TOP =
            OptionSpec.of(NAME, SEED, IMAGE_SIZE, METADATA, ON_BAD_IMAGE);
    private static final List<String> SECTIONS =
            List.of(
                    "encoder",
                    CORPUS,
                    ValueRulesReader.KEY,
                    PRETRAIN,
                    "checkpoint",
                    TASKS,
                    EVALUATORS,
                    "protocol",
                    CompareReader.KEY,
                    Matrix.KEY);

    private final Extensions extensions;
    private final ProblemCollector problems;
    private final String defaultName;

    ExperimentReader(Extensions extensions, ProblemCollector problems, String defaultName) {
        this.extensions = extensions;
        this.problems = problems;
        this.defaultName = defaultName;
    }

    private static boolean isLong(String text) {
        try {
            Long.parseLong(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isSet(List<String> names) {
        Set<String> distinct = new HashSet<>(names);
        return distinct.size() == names.size();
    }

    /** Empty if something was reported. */
    Optional<Experiment> read(MapNode root) {
        int before = problems.reports();
        Section top = new Section(root, "", problems);
        Optional<Options> values = top.readAllBut(SECTIONS, TOP);
        Optional<EncoderConfig> encoder = SettingsReader.readEncoder(top);
        Optional<DatasetConfig> corpus = readCorpus(top);
        List<EntryReader.Entry> arms =
                EntryReader.read(top, PRETRAIN, ExtensionNames.strategy(extensions));
        List<EntryReader.Entry> tasks =
                EntryReader.read(top, TASKS, ExtensionNames.dataset(extensions));
        List<EntryReader.Entry> evaluators =
                EntryReader.read(top, EVALUATORS, ExtensionNames.evaluator(extensions));
        List<ArmConfig> armConfigs = all(arms, ExperimentReader::readArm);
        List<TaskConfig> taskConfigs = all(tasks, ExperimentReader::readTask);
        List<EvaluatorConfig> evaluatorConfigs = all(evaluators, ExperimentReader::readEvaluator);
        Optional<ValueRules> renamed = ValueRulesReader.read(top);
        Optional<CheckpointConfig> checkpoint = SettingsReader.readCheckpoint(top);
        Optional<ProtocolConfig> protocol = SettingsReader.readProtocol(top);
        Optional<CompareConfig> compare =
                new CompareReader(
                                arms.stream().map(EntryReader.Entry::id).toList(),
                                protocol.map(ProtocolConfig::profile).orElse(Profile.RIGOROUS))
                        .read(top);
        refuseEmpty(top);
        if (problems.reports() != before) {
            return Optional.empty();
        }
        Options given = values.orElseThrow();
        return Optional.of(
                new Experiment(
                        given.find(NAME).orElse(defaultName),
                        new Seed(Long.parseLong(given.get(SEED))),
                        given.get(IMAGE_SIZE),
                        encoder.orElseThrow(),
                        corpus,
                        given.get(METADATA),
                        new DatasetRules(
                                renamed.orElseThrow(),
                                Words.parse(OnBadImage.class, given.get(ON_BAD_IMAGE))),
                        armConfigs,
                        checkpoint.orElseThrow(),
                        taskConfigs,
                        evaluatorConfigs,
                        protocol.orElseThrow(),
                        compare.orElseThrow()));
    }

    private Optional<DatasetConfig> readCorpus(Section top) {
        if (isEmpty(top, CORPUS)) {
            return Optional.empty();
        }
        ExtensionNames kind = ExtensionNames.dataset(extensions);
        return top.section(CORPUS)
                .flatMap(
                        section ->
                                kind.read(section).flatMap(found -> readDataset(section, found)));
    }

    private static Optional<DatasetConfig> readDataset(
            Section section, ExtensionNames.Found found) {
        return section.readAllBut(List.of(ExtensionNames.DATASET), found.options())
                .map(options -> new DatasetConfig(found.name(), options));
    }

    private static <T> List<T> all(
            List<EntryReader.Entry> entries, Function<EntryReader.Entry, Optional<T>> read) {
        return entries.stream().flatMap(entry -> read.apply(entry).stream()).toList();
    }

    private static Optional<ArmConfig> readArm(EntryReader.Entry entry) {
        Optional<TrainingOverrides> training = TrainingReader.read(entry.section());
        return entry.readOptions(TrainingOverrides.keys())
                .flatMap(
                        options ->
                                training.map(
                                        overrides ->
                                                new ArmConfig(
                                                        entry.id(),
                                                        entry.name(),
                                                        options,
                                                        overrides)));
    }

    private static Optional<TaskConfig> readTask(EntryReader.Entry entry) {
        boolean listed = entry.section().node().entries().containsKey(FoldImportConfig.KEY);
        Optional<FoldImportConfig> folds =
                listed
                        ? entry.section()
                                .section(FoldImportConfig.KEY)
                                .flatMap(FoldImportConfig::read)
                        : Optional.empty();
        return entry.readOptions(List.of(FoldImportConfig.KEY))
                .filter(options -> listed == folds.isPresent())
                .map(
                        options ->
                                new TaskConfig(
                                        entry.id(),
                                        new DatasetConfig(entry.name(), options),
                                        folds));
    }

    private static Optional<EvaluatorConfig> readEvaluator(EntryReader.Entry entry) {
        return entry.readOptions(List.of())
                .map(options -> new EvaluatorConfig(entry.id(), entry.name(), options));
    }

    private void refuseEmpty(Section top) {
        if (isEmpty(top, PRETRAIN)) {
            top.report(
                    PRETRAIN,
                    "must list at least one strategy; choose from "
                            + String.join(", ", ExtensionNames.strategy(extensions).names()));
        }
        if (!isEmpty(top, TASKS) && isEmpty(top, EVALUATORS)) {
            top.report(
                    EVALUATORS,
                    "must list at least one evaluator, or the tasks are of no use; choose from "
                            + String.join(", ", ExtensionNames.evaluator(extensions).names()));
        }
    }

    private static boolean isEmpty(Section top, String key) {
        return top.node()
                .find(key)
                .filter(node -> !node.isNull())
                .filter(node -> !(node instanceof ListNode list && list.items().isEmpty()))
                .isEmpty();
    }
}
