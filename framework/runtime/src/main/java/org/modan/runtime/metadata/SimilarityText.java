/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.metadata;

import java.util.Locale;

/** Similarities as people write them. */
public final class SimilarityText {

    private static final int LARGEST_DENOMINATOR = 64;

    private SimilarityText() {}

    /** {@code 1/3} where a small fraction is meant, else three decimals. */
    public static String of(float similarity) {
        for (int denominator = 1; denominator <= LARGEST_DENOMINATOR; denominator++) {
            int numerator = Math.round(similarity * denominator);
            if ((float) numerator / denominator == similarity) {
                return denominator == 1
                        ? Integer.toString(numerator)
                        : numerator + "/" + denominator;
            }
        }
        return String.format(Locale.ROOT, "%.3f", similarity);
    }
}
