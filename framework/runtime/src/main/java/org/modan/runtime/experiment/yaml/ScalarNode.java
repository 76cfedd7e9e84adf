/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment.yaml;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One value. What was read from YAML is a text as it was written, so that {@code 1.10} and {@code
 * 007} are still that where a text is wanted; whether it is a number is decided by who reads it.
 *
 * @param origin where it was written
 * @param value a {@code String}, {@code Number} or {@code Boolean}; empty for {@code null}
 */
public record ScalarNode(Origin origin, Optional<Object> value) implements Node {

    public ScalarNode {
        requireNonNull(origin, "origin is null");
        requireNonNull(value, "value is null");
    }

    @Override
    public boolean isNull() {
        return value.isEmpty();
    }

    @Override
    public Object toObject() {
        return value.orElse("");
    }

    @Override
    public String toText() {
        return toObject().toString();
    }
}
