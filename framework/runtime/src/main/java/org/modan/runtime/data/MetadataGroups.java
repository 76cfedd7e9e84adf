/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The images of a corpus by what is known of them: all that have the same row of the target are one
 * group. There are far fewer groups than images, so that pairs can be counted instead of sampled.
 */
final class MetadataGroups {

    private final List<float[]> rows;
    private final int[] sizes;
    private final int[] groupOfImage;

    private MetadataGroups(List<float[]> rows, int[] sizes, int[] groupOfImage) {
        this.rows = List.copyOf(rows);
        this.sizes = sizes;
        this.groupOfImage = groupOfImage;
    }

    /**
     * @param columns how many columns count, from the first; those of further fields are cut off
     */
    static MetadataGroups of(float[][] images, int columns) {
        Map<FloatBuffer, Integer> numbers = new HashMap<>();
        List<float[]> rows = new ArrayList<>();
        int[] groupOfImage = new int[images.length];
        for (int i = 0; i < images.length; i++) {
            float[] row = Arrays.copyOf(Arrays.copyOf(images[i], columns), images[i].length);
            Integer known = numbers.putIfAbsent(FloatBuffer.wrap(row), rows.size());
            if (known == null) {
                groupOfImage[i] = rows.size();
                rows.add(row);
            } else {
                groupOfImage[i] = known;
            }
        }
        int[] sizes = new int[rows.size()];
        for (int group : groupOfImage) {
            sizes[group]++;
        }
        return new MetadataGroups(rows, sizes, groupOfImage);
    }

    int count() {
        return rows.size();
    }

    int images() {
        return groupOfImage.length;
    }

    int ofImage(int image) {
        return groupOfImage[image];
    }

    int size(int group) {
        return sizes[group];
    }

    /** The row its images have in common. */
    float[] row(int group) {
        return rows.get(group);
    }

    /** How many pairs of different images, one of each group or both of the same. */
    long pairs(int first, int second) {
        return first == second
                ? (long) sizes[first] * (sizes[first] - 1) / 2
                : (long) sizes[first] * sizes[second];
    }
}
