/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holm's step-down adjustment for a family of tests (Scandinavian Journal of Statistics 6, 1979):
 * with the {@code m} p-values in ascending order,
 *
 * <pre>adjusted p_(i) = max over j up to i of min(1, (m - j + 1) p_(j))</pre>
 *
 * Calling those adjusted values significant that are at most alpha keeps the chance of even one
 * false call within the family at alpha, whatever the tests have to do with each other.
 */
public final class Holm {

    private Holm() {}

    /**
     * @param p of one family, each from 0 to 1
     * @return the adjusted values, in the same order
     * @throws IllegalArgumentException if a value is outside 0 to 1
     */
    public static double[] adjust(double[] p) {
        for (double value : p) {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("a p-value is " + value);
            }
        }
        int[] order =
                IntStream.range(0, p.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> p[i]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        double[] adjusted = new double[p.length];
        double largest = 0;
        for (int i = 0; i < order.length; i++) {
            largest = Math.max(largest, Math.min(1, (p.length - i) * p[order[i]]));
            adjusted[order[i]] = largest;
        }
        return adjusted;
    }
}
