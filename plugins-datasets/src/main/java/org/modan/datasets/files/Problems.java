/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.files;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/**
 * Collects what is wrong with a dataset, to be told all at once: of each kind, how many there are
 * and the first few by name. No more are kept, as there may be as many as images.
 */
public final class Problems {

    private static final class Found {
        private final List<String> first = new ArrayList<>();
        private int count;
    }

    private final String dataset;
    private final Map<String, Found> byKind = new LinkedHashMap<>();

    /**
     * @param dataset the adapter's name, for messages
     */
    public Problems(String dataset) {
        this.dataset = requireNonNull(dataset, "dataset is null");
    }

    /**
     * @param kind what all things of this kind have in common, such as {@code volumes are missing}
     * @param name the one that is concerned
     */
    public void add(String kind, String name) {
        Found found = byKind.computeIfAbsent(kind, first -> new Found());
        found.count++;
        if (found.first.size() < Few.SHOWN) {
            found.first.add(name);
        }
    }

    /**
     * @param summary what they come to, such as {@code /data/MRNet-v1.0 cannot be used as it is}
     * @throws ModanException if there was any problem
     */
    public void refuse(String summary) {
        if (byKind.isEmpty()) {
            return;
        }
        StringBuilder message = new StringBuilder("%s: %s:".formatted(dataset, summary));
        byKind.forEach(
                (kind, found) ->
                        message.append(
                                "\n  %d %s: %s"
                                        .formatted(
                                                found.count,
                                                kind,
                                                Few.of(found.first, found.count))));
        throw new ModanException(ErrorCode.DATASET, message.toString());
    }
}
