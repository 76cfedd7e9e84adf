/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often a training is saved, so that it can go on after an interruption. It changes no outcome,
 * and so is no part of a cell's key.
 *
 * @param everyEpochs epochs from one checkpoint to the next, at least 1; empty for none by epochs
 * @param everyMinutes minutes from one checkpoint to the next, within epochs too, more than 0;
 *     empty for none by time
 */
public record CheckpointConfig(Optional<Integer> everyEpochs, Optional<Double> everyMinutes) {

    /** For who says nothing of it. */
    public static final CheckpointConfig STANDARD =
            new CheckpointConfig(Optional.of(1), Optional.of(10.0));

    public CheckpointConfig {
        requireNonNull(everyEpochs, "everyEpochs is null");
        requireNonNull(everyMinutes, "everyMinutes is null");
        if (everyEpochs.isEmpty() && everyMinutes.isEmpty()) {
            throw new IllegalArgumentException("never");
        }
        if (everyEpochs.orElse(1) < 1 || !(everyMinutes.orElse(1.0) > 0)) {
            throw new IllegalArgumentException(
                    "every %s epochs, every %s minutes".formatted(everyEpochs, everyMinutes));
        }
    }

    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        everyEpochs.ifPresent(epochs -> map.put("every-epochs", epochs));
        everyMinutes.ifPresent(minutes -> map.put("every-minutes", minutes));
        return map;
    }
}
