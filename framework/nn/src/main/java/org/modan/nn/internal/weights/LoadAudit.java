/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of every tensor when a file's weights went into an encoder. Each tensor of the
 * encoder is loaded, adapted or missing, and none is two of these.
 *
 * @param loaded the encoder's tensors with the file's values as they are
 * @param adapted the encoder's tensors that are not as the file has them, with what was done
 * @param missing the encoder's counters that the file does not have and that start at zero
 * @param unexpected the file's tensors that the encoder has no place for, such as a classifier's
 */
public record LoadAudit(
        List<String> loaded,
        Map<String, String> adapted,
        List<String> missing,
        List<String> unexpected) {

    public LoadAudit {
        loaded = List.copyOf(loaded);
        adapted = Collections.unmodifiableMap(new LinkedHashMap<>(adapted));
        missing = List.copyOf(missing);
        unexpected = List.copyOf(unexpected);
    }

    /** One line, with the names of the first few that are not simply loaded. */
    @Override
    public String toString() {
        List<String> adaptations =
                adapted.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue())
                        .toList();
        return "%d tensors loaded, %d adapted%s, %d missing%s, %d unexpected%s"
                .formatted(
                        loaded.size(),
                        adapted.size(),
                        Names.inBrackets(adaptations),
                        missing.size(),
                        Names.inBrackets(missing),
                        unexpected.size(),
                        Names.inBrackets(unexpected));
    }
}
