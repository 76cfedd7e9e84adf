/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The Wilcoxon signed-rank test (Biometrics Bulletin 1, 1945), exact with ties and zeros too.
 *
 * <p>Differences of zero are dropped, as Wilcoxon did. The absolute values of the {@code n} others
 * are ranked, ties sharing the mean of their ranks, and {@code W+} is the sum of the ranks of the
 * positive ones. If there is no difference, every pattern of signs is equally likely:
 *
 * <pre>
 * p(greater)   = share of the 2^n patterns whose sum is at least W+
 * p(less)      = share of the 2^n patterns whose sum is at most W+
 * p(two-sided) = min(1, 2 min(p(greater), p(less)))
 * </pre>
 *
 * SciPy and R count patterns only where there are neither ties nor zeros, and turn to the normal
 * distribution elsewhere; there their p-values differ from these. Above {@value SignFlips#MOST}
 * differences that are not zero it is the normal distribution here too (mean {@code n(n+1)/4},
 * variance {@code sum of rank^2 / 4}, which allows for ties, no correction for continuity), and the
 * result says so.
 */
public final class WilcoxonSignedRank {

    /**
     * What the test came to.
     *
     * @param statistic W+, from 0 to n(n+1)/2
     * @param p from 0, exclusive, to 1
     * @param n differences that are not zero
     * @param zeros differences that were dropped
     * @param exact whether patterns were counted
     */
    public record Result(double statistic, double p, int n, int zeros, boolean exact) {}

    private WilcoxonSignedRank() {}

    /**
     * @return no result with fewer than two differences, or if all are zero
     */
    public static Finding<Result> test(PairedDifferences differences, Alternative alternative) {
        if (differences.size() < 2) {
            return Finding.impossible(
                    "a signed-rank test needs at least two differences, not %d"
                            .formatted(differences.size()));
        }
        SignedRanks ranks = SignedRanks.of(differences);
        if (ranks.size() == 0) {
            return Finding.impossible("all differences are zero: there is no rank to test");
        }
        boolean exact = ranks.size() <= SignFlips.MOST;
        double p = exact ? counted(ranks, alternative) : approximated(ranks, alternative);
        return Finding.of(
                new Result(ranks.doubledPlus() / 2.0, p, ranks.size(), differences.zeros(), exact));
    }

    /** The smallest p that n differences without zeros can come to. */
    public static double smallestP(int n, Alternative alternative) {
        return Math.scalb(1.0, alternative == Alternative.TWO_SIDED ? 1 - n : -n);
    }

    private static double counted(SignedRanks ranks, Alternative alternative) {
        SignFlips flips = new SignFlips(ranks.doubled());
        return alternative.p(flips.lower(ranks.doubledPlus()), flips.upper(ranks.doubledPlus()));
    }

    private static double approximated(SignedRanks ranks, Alternative alternative) {
        double squares = 0;
        for (int rank : ranks.doubled()) {
            squares += (double) rank * rank;
        }
        // Of doubled ranks: twice the mean, and twice the standard deviation.
        NormalDistribution normal =
                NormalDistribution.of(ranks.doubledTotal() / 2.0, Math.sqrt(squares) / 2);
        return alternative.p(
                normal.cumulativeProbability(ranks.doubledPlus()),
                normal.survivalProbability(ranks.doubledPlus()));
    }
}
