/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * What the pickles of a PyTorch file say.
 *
 * @param saved what was saved, with {@link TorchTensor}s where its tensors are
 * @param storages by key, each from its first value to its last
 */
record TorchIndex(Object saved, Map<String, TorchStorage> storages) {

    TorchIndex {
        storages = Map.copyOf(requireNonNull(storages, "storages is null"));
    }
}
