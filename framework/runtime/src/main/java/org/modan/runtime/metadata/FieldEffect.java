/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.metadata;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.modan.spi.Affinity;
import org.modan.spi.MetadataField;

/**
 * What one field does to the pairs of a corpus: those that are positives with all fields against
 * those that would be if no image had this one. Counted over all pairs, as {@link PositivePairs}.
 *
 * @param field the field's name
 * @param gained pairs that are positives because of the field
 * @param lost pairs that would be positives without it
 * @param shareWithout of all pairs of different images, those that would be positives without it
 * @param either pairs that are positives with it, without it or both
 */
record FieldEffect(String field, Change gained, Change lost, double shareWithout, long either) {

    /**
     * Pairs that the field moved over the threshold.
     *
     * @param pairs how many
     * @param without the similarity that most of them have without the field
     * @param with and with it
     */
    record Change(long pairs, float without, float with) {

        private static Change of(Map<Step, Long> steps) {
            return steps.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .map(most -> new Change(total(steps), most.without(), most.with()))
                    .orElse(new Change(0, 0, 0));
        }
    }

    private record Step(float without, float with) implements Comparable<Step> {

        @Override
        public int compareTo(Step other) {
            return Comparator.comparing(Step::without)
                    .thenComparing(Step::with)
                    .compare(this, other);
        }
    }

    /**
     * @param groups by the values of all fields
     * @param number of the field to leave out
     */
    static FieldEffect of(
            MetadataGroups groups, List<MetadataField> fields, int number, Affinity affinity) {
        TargetRows target = new TargetRows(fields);
        float[][] rows = new float[groups.count()][];
        float[][] rowsWithout = new float[groups.count()][];
        for (int group = 0; group < rows.length; group++) {
            rows[group] = target.row(groups.values(group));
            rowsWithout[group] = target.rowWithout(groups.values(group), number);
        }
        Map<Step, Long> gained = new TreeMap<>();
        Map<Step, Long> lost = new TreeMap<>();
        long all = 0;
        long before = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j <= i; j++) {
                long pairs = groups.pairs(i, j);
                float with = affinity.similarity(rows[i], rows[j]);
                float without = affinity.similarity(rowsWithout[i], rowsWithout[j]);
                boolean was = affinity.isPositive(without);
                if (pairs > 0 && was != affinity.isPositive(with)) {
                    (was ? lost : gained).merge(new Step(without, with), pairs, Long::sum);
                }
                all += pairs;
                before += was ? pairs : 0;
            }
        }
        return new FieldEffect(
                fields.get(number).name(),
                Change.of(gained),
                Change.of(lost),
                (double) before / Math.max(1, all),
                before + total(gained));
    }

    /** Of the pairs that are positives either way, those gained or lost; from 0 to 1. */
    double share() {
        return (double) (gained.pairs() + lost.pairs()) / Math.max(1, either);
    }

    /** Of the pairs that are positives either way, those lost; from 0 to 1. */
    double shareLost() {
        return (double) lost.pairs() / Math.max(1, either);
    }

    private static long total(Map<Step, Long> steps) {
        return steps.values().stream().mapToLong(Long::longValue).sum();
    }
}
