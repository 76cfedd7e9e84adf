/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a weight file holds.
 *
 * @param metadata free text by key, sorted; {@code format} is {@code pt} in files for PyTorch
 * @param part which of several things in a checkpoint the weights are; empty if it holds them alone
 */
public record WeightFile(Weights weights, Map<String, String> metadata, Optional<WeightPart> part) {

    public WeightFile {
        requireNonNull(weights, "weights is null");
        requireNonNull(part, "part is null");
        metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
    }
}
