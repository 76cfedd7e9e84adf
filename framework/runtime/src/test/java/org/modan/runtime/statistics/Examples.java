/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.statistics;

/** Data that textbooks work through. */
final class Examples {

    private Examples() {}

    /**
     * Hamilton's depression scale before and after a tranquilliser (Hollander and Wolfe, table 3.1;
     * the example of R's {@code wilcox.test}).
     */
    static PairedDifferences depression() {
        return PairedDifferences.of(
                new double[] {1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30},
                new double[] {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29});
    }

    /**
     * Darwin's cross- minus self-fertilised maize, in eighths of an inch (Fisher, The Design of
     * Experiments, 1935, chapter 3; the example of SciPy's {@code wilcoxon}).
     */
    static PairedDifferences maize() {
        return differences(49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48);
    }

    static PairedDifferences differences(double... values) {
        return PairedDifferences.of(values, new double[values.length]);
    }
}
