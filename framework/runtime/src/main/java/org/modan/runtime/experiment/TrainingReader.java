/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import java.util.List;
import java.util.Optional;
import org.modan.runtime.experiment.yaml.MapNode;
import org.modan.runtime.experiment.yaml.Node;
import org.modan.runtime.experiment.yaml.ScalarNode;
import org.modan.spi.OptimizerSpec.Rule;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;
import org.modan.spi.ScheduleSpec.Shape;

/** Reads the training keys of an arm. */
final class TrainingReader {

    private TrainingReader() {}

    /** Empty if something was reported. */
    static Optional<TrainingOverrides> read(Section arm) {
        int before = arm.problems().reports();
        Optional<Options> numbers = arm.readOnly(TrainingOverrides.NUMBERS);
        Optional<Options> optimizer =
                read(arm, TrainingOverrides.OPTIMIZER, OptimizerOverrides.SPEC);
        Optional<Options> schedule = read(arm, TrainingOverrides.SCHEDULE, ScheduleOverrides.SPEC);
        Optional<AugmentationOverrides> augmentation = readAugmentation(arm);
        optimizer.ifPresent(values -> refuseStrangersToRule(arm, values));
        schedule.ifPresent(values -> refuseStrangersToShape(arm, values));
        if (arm.problems().reports() != before) {
            return Optional.empty();
        }
        return Optional.of(
                new TrainingOverrides(
                        numbers.orElseThrow(),
                        new OptimizerOverrides(optimizer.orElseThrow()),
                        new ScheduleOverrides(schedule.orElseThrow()),
                        augmentation.orElseThrow()));
    }

    private static Optional<Options> read(Section arm, String key, OptionSpec spec) {
        return arm.section(key).flatMap(section -> section.readAllBut(List.of(), spec));
    }

    private static Optional<AugmentationOverrides> readAugmentation(Section arm) {
        Optional<Node> word =
                arm.node()
                        .find(TrainingOverrides.AUGMENTATION)
                        .filter(node -> node instanceof ScalarNode && !node.isNull());
        if (word.isEmpty()) {
            return read(arm, TrainingOverrides.AUGMENTATION, AugmentationOverrides.SPEC)
                    .map(values -> new AugmentationOverrides(false, values));
        }
        if (!word.get().toText().equals(AugmentationOverrides.NONE)) {
            arm.report(
                    TrainingOverrides.AUGMENTATION,
                    "must be none or 'key: value' pairs, not '%s'".formatted(word.get().toText()));
            return Optional.empty();
        }
        return new Section(
                        MapNode.empty(word.get().origin()),
                        TrainingOverrides.AUGMENTATION,
                        arm.problems())
                .readAllBut(List.of(), AugmentationOverrides.SPEC)
                .map(values -> new AugmentationOverrides(true, values));
    }

    private static void refuseStrangersToRule(Section arm, Options values) {
        values.find(OptimizerOverrides.NAME)
                .ifPresent(
                        word ->
                                refuse(
                                        arm,
                                        TrainingOverrides.OPTIMIZER,
                                        word,
                                        OptimizerOverrides.strangersTo(
                                                Words.parse(Rule.class, word))));
    }

    private static void refuseStrangersToShape(Section arm, Options values) {
        values.find(ScheduleOverrides.NAME)
                .ifPresent(
                        word ->
                                refuse(
                                        arm,
                                        TrainingOverrides.SCHEDULE,
                                        word,
                                        ScheduleOverrides.strangersTo(
                                                Words.parse(Shape.class, word))));
    }

    private static void refuse(Section arm, String key, String word, List<String> strangers) {
        Section section = arm.section(key).orElseThrow();
        strangers.stream()
                .filter(section.node().entries()::containsKey)
                .forEach(
                        stranger ->
                                section.report(
                                        stranger, "is not of %s; remove it".formatted(word)));
    }
}
