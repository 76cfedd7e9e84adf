/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

import java.util.List;

/**
 * Scores a fold without a look at any image, from what is known of the samples beside it: what an
 * encoder must beat to be of use.
 *
 * @since 1.0
 */
public interface ControlEvaluator extends Evaluator {

    /**
     * @param train the part to fit on; every sample has a label, 0 or 1
     * @param test the part to score; its samples carry metadata, but no label, and neither id nor
     *     group of their own
     */
    FoldScores score(List<Sample> train, List<Sample> test, Seed seed);
}
