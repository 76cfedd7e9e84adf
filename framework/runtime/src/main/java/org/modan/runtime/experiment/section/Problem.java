/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment.section;

import static java.util.Objects.requireNonNull;

import org.modan.runtime.experiment.yaml.Origin;

/**
 * One mistake in an experiment.
 *
 * @param origin where it was written
 * @param path of the value it concerns, such as {@code pretrain[1].epochs}; empty if of none
 * @param message what is wrong and what to do; follows the path
 */
public record Problem(Origin origin, String path, String message) {

    public Problem {
        requireNonNull(origin, "origin is null");
        requireNonNull(path, "path is null");
        requireNonNull(message, "message is null");
    }

    /** The whole sentence, on one line. */
    @Override
    public String toString() {
        return origin.prefix() + (path.isEmpty() ? "" : path + " ") + message;
    }
}
