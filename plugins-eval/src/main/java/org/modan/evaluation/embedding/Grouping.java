/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.embedding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.modan.spi.Sample;

/** The images by their value of a field, or by their values of several fields together. */
final class Grouping {

    /** The group of an image without a value. */
    static final int NONE = -1;

    private final String name;
    private final int[] groups;
    private final int[] sizes;

    private Grouping(String name, int[] groups, int[] sizes) {
        this.name = name;
        this.groups = groups;
        this.sizes = sizes;
    }

    /**
     * One for all fields together if there are several, in which an image that lacks one of them
     * has no value, and one for each field.
     */
    static List<Grouping> of(List<Sample> samples, List<String> fields) {
        List<Grouping> groupings = new ArrayList<>();
        if (fields.size() > 1) {
            groupings.add(by(samples, fields));
        }
        fields.forEach(field -> groupings.add(by(samples, List.of(field))));
        return groupings;
    }

    private static Grouping by(List<Sample> samples, List<String> fields) {
        Map<List<String>, Integer> numbers = new LinkedHashMap<>();
        int[] groups = new int[samples.size()];
        for (int i = 0; i < groups.length; i++) {
            Map<String, String> metadata = samples.get(i).metadata();
            List<String> values =
                    fields.stream().map(metadata::get).filter(Objects::nonNull).toList();
            groups[i] =
                    values.size() < fields.size()
                            ? NONE
                            : numbers.computeIfAbsent(values, unknown -> numbers.size());
        }
        int[] sizes = new int[numbers.size()];
        Arrays.stream(groups).filter(group -> group != NONE).forEach(group -> sizes[group]++);
        return new Grouping(String.join("+", fields), groups, sizes);
    }

    /** The field, or the fields joined by plus signs. */
    String name() {
        return name;
    }

    /** The group of each image, from 0, or {@link #NONE}. */
    int[] groups() {
        return groups;
    }

    boolean hasValue(int image) {
        return groups[image] != NONE;
    }

    int count() {
        return sizes.length;
    }

    int size(int group) {
        return sizes[group];
    }

    /** How many images have a value. */
    int images() {
        return Arrays.stream(sizes).sum();
    }

    /** Why nothing can be measured of it; empty if something can. */
    Optional<String> flaw() {
        if (sizes.length == 0) {
            return Optional.of("no image has a value of it");
        }
        if (sizes.length == 1) {
            return Optional.of("all images that have a value of it have the same");
        }
        return sizes.length == images()
                ? Optional.of("each image has a value of its own")
                : Optional.empty();
    }
}
