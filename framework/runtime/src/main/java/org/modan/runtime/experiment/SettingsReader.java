/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import java.util.List;
import java.util.Optional;
import org.modan.nn.layer.ResNet;
import org.modan.runtime.experiment.ProtocolConfig.Profile;
import org.modan.runtime.experiment.section.Section;
import org.modan.runtime.experiment.section.Words;
import org.modan.spi.MemoryLayout;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;

/** Reads the sections that name no extension. Each result is empty if something was reported. */
final class SettingsReader {

    private static final Option<String> ENCODER_NAME =
            Option.choice("name", "architecture", ResNet.names().toArray(String[]::new))
                    .withDefault("resnet18");
    private static final Option<String> STEM =
            Option.choice("stem", "first convolution", "3x3s1", "7x7s2").withDefault("3x3s1");
    private static final Option<Integer> CHANNELS =
            Option.integer("channels", "of the images")
                    .where("1 or 3", value -> value == 1 || value == 3)
                    .withDefault(1);
    private static final Option<String> MEMORY_LAYOUT =
            Option.choice(
                            "memory-layout",
                            "channels-last is faster on large images",
                            Words.of(MemoryLayout.class))
                    .withDefault(Words.of(MemoryLayout.CHANNELS_FIRST));
    private static final OptionSpec ENCODER =
            OptionSpec.of(ENCODER_NAME, STEM, CHANNELS, MEMORY_LAYOUT);

    private static final Option<Integer> EVERY_EPOCHS =
            Option.integer("every-epochs", "epochs from one checkpoint to the next")
                    .where("at least 1", value -> value >= 1)
                    .optional();
    private static final Option<Double> EVERY_MINUTES =
            Option.number("every-minutes", "minutes from one checkpoint to the next")
                    .where("greater than 0", value -> value > 0)
                    .optional();
    private static final OptionSpec CHECKPOINT = OptionSpec.of(EVERY_EPOCHS, EVERY_MINUTES);

    private static final Option<String> PROFILE =
            Option.choice("profile", "folds and test", Words.of(Profile.class))
                    .withDefault(Words.of(Profile.RIGOROUS));
    private static final Option<Integer> FOLDS =
            Option.integer("folds", "of one repeat")
                    .where("at least 2", value -> value >= 2)
                    .withDefault(5);
    private static final Option<Integer> REPEATS =
            Option.integer("repeats", "of the cross-validation")
                    .where("at least 1", value -> value >= 1)
                    .withDefault(10);
    private static final OptionSpec PROTOCOL = OptionSpec.of(PROFILE, FOLDS, REPEATS);

    private SettingsReader() {}

    static Optional<EncoderConfig> readEncoder(Section experiment) {
        return experiment
                .section("encoder")
                .flatMap(section -> section.readAllBut(List.of(), ENCODER))
                .map(
                        values ->
                                new EncoderConfig(
                                        values.get(ENCODER_NAME),
                                        values.get(STEM),
                                        values.get(CHANNELS),
                                        Words.parse(
                                                MemoryLayout.class, values.get(MEMORY_LAYOUT))));
    }

    /** Who names one of the two wants that one alone. */
    static Optional<CheckpointConfig> readCheckpoint(Section experiment) {
        return experiment
                .section("checkpoint")
                .flatMap(section -> section.readAllBut(List.of(), CHECKPOINT))
                .map(SettingsReader::checkpoint);
    }

    private static CheckpointConfig checkpoint(Options values) {
        Optional<Integer> epochs = values.find(EVERY_EPOCHS);
        Optional<Double> minutes = values.find(EVERY_MINUTES);
        return epochs.isEmpty() && minutes.isEmpty()
                ? CheckpointConfig.STANDARD
                : new CheckpointConfig(epochs, minutes);
    }

    static Optional<ProtocolConfig> readProtocol(Section experiment) {
        return experiment
                .section("protocol")
                .flatMap(section -> section.readAllBut(List.of(), PROTOCOL))
                .map(
                        values ->
                                new ProtocolConfig(
                                        Words.parse(Profile.class, values.get(PROFILE)),
                                        values.get(FOLDS),
                                        values.get(REPEATS)));
    }
}
