/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.input;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;
import org.modan.nn.internal.weights.Safetensors;
import org.modan.nn.internal.weights.Weights;
import org.modan.runtime.cell.CellResult;
import org.modan.runtime.cell.CellStore;
import org.modan.runtime.plan.PretrainCell;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/** The encoders that pretraining cells made. */
public final class MadeEncoders {

    private final CellStore cells;

    public MadeEncoders(CellStore cells) {
        this.cells = requireNonNull(cells, "cells is null");
    }

    /**
     * The digest of an encoder's weights, without a look at its file.
     *
     * @throws ModanException with {@code TRAINING} if it was not made
     */
    public String digest(PretrainCell cell) {
        return Optional.of(cell.key())
                .filter(cells::isDone)
                .flatMap(cells::find)
                .flatMap(CellResult::artefact)
                .orElseThrow(
                        () ->
                                new ModanException(
                                        ErrorCode.TRAINING,
                                        "there is no encoder: %s failed (cell %s)"
                                                .formatted(cell.title(), cell.key())));
    }

    /**
     * An encoder's weights, as they were made.
     *
     * @throws ModanException with {@code TRAINING} if it was not made, or its file is damaged
     */
    public Weights weights(PretrainCell cell) {
        String made = digest(cell);
        Path file = cells.folder(cell.key()).resolve(CellStore.ENCODER);
        Weights weights;
        try {
            weights = Safetensors.read(file).weights();
        } catch (ModanException e) {
            throw new ModanException(
                    ErrorCode.TRAINING,
                    "%s cannot be used (%s); delete its folder to make it again"
                            .formatted(file, e.getMessage()),
                    e);
        }
        if (!made.equals(weights.digest())) {
            throw new ModanException(
                    ErrorCode.TRAINING,
                    "%s is not what %s made; delete that folder to make it again"
                            .formatted(file, cell.title()));
        }
        return weights;
    }
}
