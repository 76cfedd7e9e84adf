/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.check;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.modan.spi.Sample;

/**
 * The values of one metadata field.
 *
 * @param name of the field
 * @param images by value, the commonest value first
 * @param missing images without a value
 */
public record FieldTally(String name, Map<String, Integer> images, int missing) {

    public FieldTally {
        requireNonNull(name, "name is null");
        images = Collections.unmodifiableMap(new LinkedHashMap<>(images));
    }

    static FieldTally of(String name, List<Sample> samples) {
        TreeMap<String, Integer> counts = new TreeMap<>();
        int missing = 0;
        for (Sample sample : samples) {
            String value = sample.metadata().get(name);
            if (value == null) {
                missing++;
            } else {
                counts.merge(value, 1, Integer::sum);
            }
        }
        List<Map.Entry<String, Integer>> entries = new ArrayList<>(counts.entrySet());
        entries.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
        Map<String, Integer> ordered = new LinkedHashMap<>();
        entries.forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return new FieldTally(name, ordered, missing);
    }
}
