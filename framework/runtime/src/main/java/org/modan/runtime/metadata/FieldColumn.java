/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.metadata;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.modan.spi.MetadataField;
import org.modan.spi.Sample;

/** One field of a corpus: the number of every image's value, rather than a row of zeros for it. */
final class FieldColumn {

    /** No value. */
    static final int MISSING = -1;

    private final MetadataField field;
    private final int[] values;
    private final Map<String, Integer> counts;
    private final int imagesWithout;

    private FieldColumn(MetadataField field, int[] values) {
        this.field = field;
        this.values = values;
        int[] images = new int[field.values().size()];
        int without = 0;
        for (int value : values) {
            if (value == MISSING) {
                without++;
            } else {
                images[value]++;
            }
        }
        Map<String, Integer> byValue = new LinkedHashMap<>();
        for (int value = 0; value < images.length; value++) {
            byValue.put(field.values().get(value), images[value]);
        }
        this.counts = Collections.unmodifiableMap(byValue);
        this.imagesWithout = without;
    }

    /** Empty if no image has the field. */
    static Optional<FieldColumn> of(String name, List<Sample> samples) {
        TreeSet<String> distinct = new TreeSet<>();
        for (Sample sample : samples) {
            Optional.ofNullable(sample.metadata().get(name)).ifPresent(distinct::add);
        }
        if (distinct.isEmpty()) {
            return Optional.empty();
        }
        MetadataField field = MetadataField.of(name, List.copyOf(distinct));
        Map<String, Integer> numbers = new HashMap<>();
        field.values().forEach(value -> numbers.put(value, numbers.size()));
        int[] values =
                samples.stream()
                        .map(sample -> Optional.ofNullable(sample.metadata().get(name)))
                        .mapToInt(value -> value.map(numbers::get).orElse(MISSING))
                        .toArray();
        return Optional.of(new FieldColumn(field, values));
    }

    MetadataField field() {
        return field;
    }

    /** How many ones and zeros it takes in a row. */
    int width() {
        return field.values().size();
    }

    /** Position in {@link MetadataField#values()}, or {@link #MISSING}. */
    int value(int image) {
        return values[image];
    }

    /** How many images have each value, in the values' order. */
    Map<String, Integer> counts() {
        return counts;
    }

    int imagesWithout() {
        return imagesWithout;
    }
}
