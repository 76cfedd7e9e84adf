/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.statistics;

/**
 * The matched-pairs rank-biserial correlation, the effect size that belongs to the signed-rank
 * test:
 *
 * <pre>r = (W+ - W-) / (W+ + W-)</pre>
 *
 * (King and Minium, 2003; Kerby, Comprehensive Psychology 3, 2014, equation 1: the favourable share
 * of the ranks minus the unfavourable). 1 if the first is greater in every pair, -1 if it is less
 * in every pair, 0 if the ranks are even. Pairs without difference are left out.
 */
public final class RankBiserial {

    private RankBiserial() {}

    /**
     * @return no result if all differences are zero, or there are none
     */
    public static Finding<Double> of(PairedDifferences differences) {
        SignedRanks ranks = SignedRanks.of(differences);
        if (ranks.size() == 0) {
            return Finding.impossible("all differences are zero: there is no rank to compare");
        }
        double total = ranks.doubledTotal();
        return Finding.of((2 * ranks.doubledPlus() - total) / total);
    }
}
