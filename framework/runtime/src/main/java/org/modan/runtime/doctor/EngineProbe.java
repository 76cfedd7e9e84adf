/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.doctor;

import ai.djl.engine.Engine;
import java.util.Optional;
import org.modan.runtime.engine.TrainingEngine;
import org.modan.runtime.engine.UnusableEngineException;

/** The engine, if it starts; tried once, because a second try would tell another story. */
final class EngineProbe {

    private Optional<Engine> engine = Optional.empty();
    private Optional<UnusableEngineException> failure = Optional.empty();

    /**
     * @throws UnusableEngineException if it does not start
     */
    Engine start() {
        failure.ifPresent(
                known -> {
                    throw known;
                });
        if (engine.isEmpty()) {
            try {
                engine = Optional.of(TrainingEngine.start());
            } catch (UnusableEngineException e) {
                failure = Optional.of(e);
                throw e;
            }
        }
        return engine.get();
    }

    boolean starts() {
        try {
            start();
            return true;
        } catch (UnusableEngineException e) {
            return false;
        }
    }
}
