/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.modan.nn.internal.weights.WeightFile;
import org.modan.nn.internal.weights.WeightFiles;
import org.modan.nn.internal.weights.WeightOutline;
import org.modan.nn.internal.weights.WeightPart;
import org.modan.nn.layer.ResNet;
import org.modan.nn.layer.Stem;
import org.modan.runtime.experiment.EncoderConfig;
import org.modan.spi.ErrorCode;
import org.modan.spi.Initialization;
import org.modan.spi.ModanException;

/**
 * Judges the weight files of a matrix before anything runs: a file that cannot be loaded is found
 * now, not after the trainings that come before it. A file is read once, for all variants.
 */
final class LoadAudits {

    private record State(Path file, FileTime modified, long length) {}

    private record Read(WeightOutline outline, Optional<WeightPart> part) {}

    private final Warnings warnings;
    private final Map<State, Read> read = new HashMap<>();
    private final Map<State, ModanException> refused = new HashMap<>();

    @Inject
    LoadAudits(Warnings warnings) {
        this.warnings = requireNonNull(warnings, "warnings is null");
    }

    /**
     * @param place what loads it, in the experiment
     * @throws ModanException if the file is none of weights, or not of that encoder
     */
    void require(String place, Initialization.Load load, EncoderConfig encoder) {
        Read file;
        try {
            file = read(load.weights());
        } catch (ModanException e) {
            throw new ModanException(e.code(), "%s: %s".formatted(place, e.getMessage()), e);
        }
        try {
            file.outline()
                    .audit(
                            ResNet.create(
                                    encoder.name(), Stem.of(encoder.stem()), encoder.channels()),
                            load.stem());
        } catch (ModanException e) {
            throw new ModanException(
                    e.code(),
                    "%s: %s: %s%s"
                            .formatted(
                                    place,
                                    load.weights(),
                                    e.getMessage(),
                                    file.part().map(part -> " (" + part + ")").orElse("")),
                    e);
        }
        file.part()
                .filter(part -> !part.leftOut().isEmpty())
                .ifPresent(part -> warnings.add(place, load.weights() + ": " + part));
    }

    private Read read(Path file) {
        State state = state(file);
        if (refused.containsKey(state)) {
            throw refused.get(state);
        }
        try {
            return read.computeIfAbsent(state, unread -> outline(file));
        } catch (ModanException e) {
            refused.put(state, e);
            throw e;
        }
    }

    private static Read outline(Path file) {
        WeightFile weights = WeightFiles.read(file);
        return new Read(WeightOutline.of(weights.weights()), weights.part());
    }

    private static State state(Path file) {
        try {
            return new State(file, Files.getLastModifiedTime(file), Files.size(file));
        } catch (IOException e) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION, "no weights at %s; check the path".formatted(file), e);
        }
    }
}
