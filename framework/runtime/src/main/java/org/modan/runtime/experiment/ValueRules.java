/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.modan.spi.Sample;

/**
 * What an experiment calls the values of its images' metadata, whatever their datasets call them.
 * All rules apply at once: what one makes of a value is no matter of another.
 *
 * @param targets field -> value -> what becomes of it; empty if it then is missing
 */
public record ValueRules(Map<String, Map<String, String>> targets) {

    /** For who says nothing of it. */
    public static final ValueRules NONE = new ValueRules(Map.of());

    public ValueRules {
        Map<String, Map<String, String>> copy = new LinkedHashMap<>();
        targets.forEach(
                (field, values) ->
                        copy.put(field, Collections.unmodifiableMap(new LinkedHashMap<>(values))));
        targets = Collections.unmodifiableMap(copy);
    }

    public boolean isEmpty() {
        return targets.isEmpty();
    }

    /** The image with its values as the experiment calls them. */
    public Sample apply(Sample sample) {
        if (isEmpty()) {
            return sample;
        }
        Map<String, String> metadata = new LinkedHashMap<>(sample.metadata());
        targets.forEach(
                (field, values) ->
                        metadata.computeIfPresent(
                                field, (name, value) -> values.getOrDefault(value, value)));
        return sample.withMetadata(metadata);
    }
}
