/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The dictionaries of tensors in what a training program saved: those it names, and those that what
 * it names has by name. An optimiser's lie deeper, and are numbered.
 */
final class SavedParts {

    /** A few bytes can name one dictionary again and again; programs save a handful. */
    private static final int MOST = 1000;

    private final Map<Object, Map<String, TorchTensor>> known = new IdentityHashMap<>();
    private final Map<Object, List<String>> inner = new IdentityHashMap<>();
    private final Map<String, Map<String, TorchTensor>> parts = new LinkedHashMap<>();

    private SavedParts() {}

    /**
     * By name, the named before what is in them.
     *
     * @throws IllegalStateException if there are more than any program saves
     */
    static Map<String, Map<String, TorchTensor>> of(Map<?, ?> saved) {
        SavedParts found = new SavedParts();
        found.add("", saved, found.namesOfParts(saved));
        saved.forEach(
                (key, value) -> {
                    if (key instanceof String name && value instanceof Map<?, ?> dictionary) {
                        found.add(name + ".", dictionary, found.namesOfParts(dictionary));
                    }
                });
        return found.parts;
    }

    /** The tensors a dictionary itself names. */
    static Map<String, TorchTensor> tensors(Map<?, ?> dictionary) {
        Map<String, TorchTensor> tensors = new LinkedHashMap<>();
        dictionary.forEach(
                (key, value) -> {
                    if (key instanceof String name && value instanceof TorchTensor tensor) {
                        tensors.put(name, tensor);
                    }
                });
        return tensors;
    }

    private void add(String prefix, Map<?, ?> dictionary, List<String> names) {
        for (String name : names) {
            parts.put(prefix + name, known.get(dictionary.get(name)));
            if (parts.size() > MOST) {
                throw new IllegalStateException(
                        "it names more than %d dictionaries of tensors".formatted(MOST));
            }
        }
    }

    private List<String> namesOfParts(Map<?, ?> dictionary) {
        // What is named twice is looked through once.
        return inner.computeIfAbsent(
                dictionary,
                unseen -> {
                    List<String> names = new ArrayList<>();
                    dictionary.forEach(
                            (key, value) -> {
                                if (key instanceof String name
                                        && value instanceof Map<?, ?> part
                                        && !known.computeIfAbsent(part, all -> tensors(part))
                                                .isEmpty()) {
                                    names.add(name);
                                }
                            });
                    return names;
                });
    }
}
