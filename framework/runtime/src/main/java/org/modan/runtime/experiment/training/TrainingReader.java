/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment.training;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.modan.runtime.experiment.section.Section;
import org.modan.runtime.experiment.section.Words;
import org.modan.spi.OptimizerSpec.Rule;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;
import org.modan.spi.ScheduleSpec.Shape;

/** Reads the training keys of an arm. */
public final class TrainingReader {

    private TrainingReader() {}

    /** Empty if something was reported. */
    public static Optional<TrainingOverrides> read(Section arm) {
        int before = arm.problems().reports();
        List<String> off = turnedOff(arm);
        Optional<Options> numbers = arm.readOnly(numbersBut(off));
        Optional<Options> optimizer =
                readChoice(
                        arm,
                        TrainingOverrides.OPTIMIZER,
                        OptimizerOverrides.SPEC,
                        word -> Words.find(Rule.class, word).map(OptimizerOverrides::strangersTo));
        Optional<Options> schedule =
                readChoice(
                        arm,
                        TrainingOverrides.SCHEDULE,
                        ScheduleOverrides.SPEC,
                        word -> Words.find(Shape.class, word).map(ScheduleOverrides::strangersTo));
        Optional<AugmentationOverrides> augmentation = readAugmentation(arm);
        if (arm.problems().reports() != before) {
            return Optional.empty();
        }
        return Optional.of(
                new TrainingOverrides(
                        numbers.orElseThrow(),
                        off,
                        new OptimizerOverrides(optimizer.orElseThrow()),
                        new ScheduleOverrides(schedule.orElseThrow()),
                        augmentation.orElseThrow()));
    }

    private static List<String> turnedOff(Section arm) {
        return TrainingOverrides.DISPENSABLE.stream()
                .map(Option::name)
                .filter(name -> arm.text(name).filter(TrainingOverrides.NONE::equals).isPresent())
                .toList();
    }

    private static OptionSpec numbersBut(List<String> names) {
        return OptionSpec.of(
                TrainingOverrides.NUMBERS.options().stream()
                        .filter(option -> !names.contains(option.name()))
                        .toArray(Option<?>[]::new));
    }

    /**
     * Reads a section whose name decides which of its other keys have a meaning.
     *
     * @param strangersTo the keys without one, by name
     */
    private static Optional<Options> readChoice(
            Section arm,
            String key,
            OptionSpec spec,
            Function<String, Optional<List<String>>> strangersTo) {
        Optional<Section> found = arm.section(key);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Section section = found.get();
        Optional<Options> values = section.readAllBut(List.of(), spec);
        Optional<String> name = section.text("name");
        name.flatMap(strangersTo).orElse(List.of()).stream()
                .filter(section.node().entries()::containsKey)
                .forEach(
                        stranger ->
                                section.report(
                                        stranger,
                                        "is not of %s; remove it".formatted(name.orElseThrow())));
        return values;
    }

    private static Optional<AugmentationOverrides> readAugmentation(Section arm) {
        String key = TrainingOverrides.AUGMENTATION;
        Optional<String> word = arm.text(key);
        if (word.isEmpty()) {
            return arm.section(key)
                    .flatMap(section -> section.readAllBut(List.of(), AugmentationOverrides.SPEC))
                    .map(AugmentationOverrides::of);
        }
        if (word.get().equals(TrainingOverrides.NONE)) {
            return Optional.of(AugmentationOverrides.none());
        }
        arm.report(key, "must be none or 'key: value' pairs, not '%s'".formatted(word.get()));
        return Optional.empty();
    }
}
