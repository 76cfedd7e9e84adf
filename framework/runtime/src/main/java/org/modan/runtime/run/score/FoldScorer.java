/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.score;

import org.modan.spi.FoldScores;
import org.modan.spi.ModanException;

/** Scores the folds of one evaluation cell. */
interface FoldScorer {

    /**
     * @param fold within the cell's repeat, from 0
     * @throws ModanException if there is no scoring it
     */
    FoldScores score(int fold);
}
