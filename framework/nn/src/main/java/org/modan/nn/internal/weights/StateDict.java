/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tensors of a model in what a training program saved.
 *
 * @param part where they were, unless what was saved is the model alone
 */
record StateDict(Map<String, TorchTensor> tensors, Optional<WeightPart> part) {

    /** Where programs keep a model beside an optimiser and settings, the usual first. */
    static final List<String> USUAL_PLACES =
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

    /**
     * @param saved a dictionary of tensors, or of such dictionaries among other things
     * @throws IllegalStateException if there is not exactly one that can be meant
     */
    static StateDict find(Object saved) {
        if (!(saved instanceof Map<?, ?> dictionary)) {
            throw new IllegalStateException("it holds no dictionary of tensors");
        }
        Map<String, Map<String, TorchTensor>> parts = SavedParts.of(dictionary);
        Map<String, TorchTensor> direct = SavedParts.tensors(dictionary);
        Optional<String> usual = USUAL_PLACES.stream().filter(parts::containsKey).findFirst();
        if (usual.isEmpty() && !direct.isEmpty()) {
            return new StateDict(direct, Optional.empty());
        }
        String name = usual.or(() -> usualInUsual(parts)).orElseGet(() -> only(parts));
        List<String> leftOut =
                Stream.concat(parts.keySet().stream(), direct.keySet().stream())
                        .filter(other -> !other.equals(name))
                        .toList();
        return new StateDict(parts.get(name), Optional.of(new WeightPart(name, leftOut)));
    }

    /** As in {@code {"model": {"state_dict": ...}}}. */
    private static Optional<String> usualInUsual(Map<String, ?> parts) {
        return USUAL_PLACES.stream()
                .flatMap(outer -> USUAL_PLACES.stream().map(inner -> outer + "." + inner))
                .filter(parts::containsKey)
                .findFirst();
    }

    private static String only(Map<String, ?> parts) {
        if (parts.isEmpty()) {
            throw new IllegalStateException("it holds no tensors by name");
        }
        if (parts.size() > 1) {
            throw new IllegalStateException(
                    "it holds tensors in %s, and which are meant is unclear"
                            .formatted(Names.listed(parts.keySet(), ", ", " and %d more")));
        }
        return parts.keySet().iterator().next();
    }
}
