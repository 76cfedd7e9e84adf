/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.embedding;

/**
 * How often images that lie together in feature space are of one value: the share of an image's
 * nearest neighbours that have its value, averaged over the images. Images without a value neither
 * have nor are neighbours.
 */
final class Purity {

    private Purity() {}

    /**
     * @param neighbours among the images that have a value
     */
    static double of(Grouping grouping, Neighbours neighbours) {
        int[] groups = grouping.groups();
        double sum = 0;
        for (int i = 0; i < groups.length; i++) {
            if (!grouping.hasValue(i)) {
                continue;
            }
            int[] near = neighbours.indices()[i];
            int same = 0;
            for (int j : near) {
                same += groups[j] == groups[i] ? 1 : 0;
            }
            sum += (double) same / near.length;
        }
        return sum / grouping.images();
    }

    /**
     * What is to be expected where neighbours are drawn by lot: {@code sum_c n_c (n_c - 1) / (n (n
     * - 1))} for n images of which n_c have value c.
     */
    static double byChance(Grouping grouping) {
        double pairs = 0;
        for (int group = 0; group < grouping.count(); group++) {
            pairs += (double) grouping.size(group) * (grouping.size(group) - 1);
        }
        double images = grouping.images();
        return pairs / (images * (images - 1));
    }
}
