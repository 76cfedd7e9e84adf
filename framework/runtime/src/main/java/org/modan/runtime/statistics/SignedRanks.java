/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The ranks of absolute differences, zeros left out; ties share the mean of their ranks.
 *
 * @param doubled twice each rank, which is a whole number
 * @param doubledPlus twice W+, the sum of the ranks of positive differences
 */
record SignedRanks(int[] doubled, int doubledPlus) {

    static SignedRanks of(PairedDifferences differences) {
        double[] values = differences.nonZero();
        int[] order =
                IntStream.range(0, values.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> Math.abs(values[i])))
                        .mapToInt(Integer::intValue)
                        .toArray();
        int[] doubled = new int[values.length];
        int plus = 0;
        for (int start = 0; start < order.length; ) {
            double size = Math.abs(values[order[start]]);
            int end = start;
            while (end < order.length && Math.abs(values[order[end]]) == size) {
                end++;
            }
            for (int i = start; i < end; i++) {
                doubled[order[i]] = start + 1 + end;
                plus += values[order[i]] > 0 ? doubled[order[i]] : 0;
            }
            start = end;
        }
        return new SignedRanks(doubled, plus);
    }

    int size() {
        return doubled.length;
    }

    /** Twice the sum of all ranks. */
    int doubledTotal() {
        return size() * (size() + 1);
    }
}
