/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.statistics;

import java.util.stream.IntStream;

/**
 * The distribution of W+ when every sign is as likely plus as minus: each of the 2^n patterns of
 * signs counts once. Patterns are not listed but counted by their sum, rank by rank, on doubled
 * ranks, which are whole numbers even with ties.
 */
final class SignFlips {

    /** Up to how many differences it is counted; the work grows with the third power. */
    static final int MOST = 500;

    private final double[] probability;

    /**
     * @param doubledRanks twice each rank, at most {@link #MOST}
     */
    SignFlips(int[] doubledRanks) {
        double[] sums = new double[IntStream.of(doubledRanks).sum() + 1];
        sums[0] = 1;
        int reached = 0;
        for (int rank : doubledRanks) {
            reached += rank;
            for (int sum = reached; sum >= 0; sum--) {
                // Halving is exact: these are counts divided by 2^n.
                double flipped = sum >= rank ? sums[sum - rank] : 0;
                sums[sum] = (sums[sum] + flipped) / 2;
            }
        }
        this.probability = sums;
    }

    /** The distribution for ranks 1 to n. */
    static SignFlips untied(int n) {
        return new SignFlips(IntStream.rangeClosed(1, n).map(rank -> 2 * rank).toArray());
    }

    /** The probability of twice W+ being this or less. */
    double lower(int doubled) {
        return IntStream.rangeClosed(0, Math.min(doubled, probability.length - 1))
                .mapToDouble(sum -> probability[sum])
                .sum();
    }

    /** The probability of twice W+ being this or more. */
    double upper(int doubled) {
        return IntStream.range(Math.max(doubled, 0), probability.length)
                .mapToDouble(sum -> probability[sum])
                .sum();
    }
}
