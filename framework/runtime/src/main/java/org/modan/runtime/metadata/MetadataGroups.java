/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.metadata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The images of a corpus by what is known of them: all that have the same row of the target are one
 * group. There are far fewer groups than images, so that pairs can be counted instead of sampled.
 */
final class MetadataGroups {

    private final List<List<Integer>> values;
    private final int[] sizes;
    private final int[] groupOfImage;

    private MetadataGroups(List<List<Integer>> values, int[] groupOfImage) {
        this.values = List.copyOf(values);
        this.groupOfImage = groupOfImage;
        this.sizes = new int[values.size()];
        for (int group : groupOfImage) {
            sizes[group]++;
        }
    }

    /**
     * @param columns the fields that count
     */
    static MetadataGroups of(List<FieldColumn> columns, int images) {
        Map<List<Integer>, Integer> numbers = new HashMap<>();
        List<List<Integer>> values = new ArrayList<>();
        int[] groupOfImage = new int[images];
        for (int i = 0; i < images; i++) {
            int image = i;
            List<Integer> known = columns.stream().map(column -> column.value(image)).toList();
            groupOfImage[i] = numbers.computeIfAbsent(known, unknown -> numbers.size());
            if (groupOfImage[i] == values.size()) {
                values.add(known);
            }
        }
        return new MetadataGroups(values, groupOfImage);
    }

    int count() {
        return sizes.length;
    }

    int ofImage(int image) {
        return groupOfImage[image];
    }

    int size(int group) {
        return sizes[group];
    }

    /** The number of each counting field's value, or {@link FieldColumn#MISSING}. */
    List<Integer> values(int group) {
        return values.get(group);
    }

    /** How many pairs of different images, one of each group or both of the same. */
    long pairs(int first, int second) {
        return first == second
                ? (long) sizes[first] * (sizes[first] - 1) / 2
                : (long) sizes[first] * sizes[second];
    }
}
