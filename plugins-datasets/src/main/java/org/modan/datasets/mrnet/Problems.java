/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.mrnet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.modan.datasets.files.Few;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/** Collects what is wrong with a dataset, to be told all at once. */
final class Problems {

    private final Map<String, List<String>> byKind = new LinkedHashMap<>();

    /**
     * @param kind what all things of this kind have in common, such as {@code volumes are missing}
     * @param name the one that is concerned
     */
    void add(String kind, String name) {
        byKind.computeIfAbsent(kind, first -> new ArrayList<>()).add(name);
    }

    boolean isEmpty() {
        return byKind.isEmpty();
    }

    /**
     * One error of a line a kind: how many there are, and the first few by name.
     *
     * @param found completes "mrnet: ", such as {@code /data/MRNet-v1.0 is not whole}
     * @throws ModanException if there was any problem
     */
    void refuse(String found) {
        if (byKind.isEmpty()) {
            return;
        }
        StringBuilder message = new StringBuilder("mrnet: ").append(found).append(':');
        byKind.forEach(
                (kind, names) ->
                        message.append(
                                "\n  %d %s: %s".formatted(names.size(), kind, Few.of(names))));
        throw new ModanException(ErrorCode.DATASET, message.toString());
    }
}
