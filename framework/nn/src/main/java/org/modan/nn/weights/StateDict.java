/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.weights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the tensors of a model in what a training program saved. */
final class StateDict {

    /** Where programs keep a model beside an optimiser and settings, the usual first. */
    private static final List<String> USUAL_PLACES =
            List.of(
                    "state_dict",
                    "model_state_dict",
                    "model",
                    "module",
                    "net",
                    "network",
                    "encoder",
                    "backbone",
                    "student");

    private StateDict() {}

    /**
     * @param saved a dictionary of tensors, or of such dictionaries among other things
     * @throws IllegalStateException if there is not exactly one that can be meant
     */
    static Map<String, TorchTensor> find(Object saved) {
        if (!(saved instanceof Map<?, ?> dictionary)) {
            throw new IllegalStateException("it holds no dictionary of tensors");
        }
        for (String place : USUAL_PLACES) {
            Map<String, TorchTensor> tensors = tensors(dictionary.get(place));
            if (!tensors.isEmpty()) {
                return tensors;
            }
        }
        Map<String, TorchTensor> direct = tensors(dictionary);
        return direct.isEmpty() ? onlyInner(dictionary) : direct;
    }

    private static Map<String, TorchTensor> onlyInner(Map<?, ?> dictionary) {
        Map<String, Map<String, TorchTensor>> inner = new LinkedHashMap<>();
        dictionary.forEach(
                (key, value) -> {
                    Map<String, TorchTensor> tensors = tensors(value);
                    if (key instanceof String name && !tensors.isEmpty()) {
                        inner.put(name, tensors);
                    }
                });
        if (inner.isEmpty()) {
            throw new IllegalStateException("it holds no tensors by name");
        }
        if (inner.size() > 1) {
            throw new IllegalStateException(
                    "it holds tensors in %s, and which are meant is unclear"
                            .formatted(inner.keySet().stream().collect(Collectors.joining(", "))));
        }
        return inner.values().iterator().next();
    }

    private static Map<String, TorchTensor> tensors(Object value) {
        Map<String, TorchTensor> tensors = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> dictionary) {
            dictionary.forEach(
                    (key, item) -> {
                        if (key instanceof String name && item instanceof TorchTensor tensor) {
                            tensors.put(name, tensor);
                        }
                    });
        }
        return tensors;
    }
}
