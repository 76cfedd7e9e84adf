/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

import java.util.OptionalDouble;

/**
 * Fits on the training part of a fold, encoder and all, and scores its test part. Labels of the
 * test part are out of its reach.
 *
 * @since 1.0
 */
public interface TransferEvaluator extends Evaluator {

    /**
     * @throws ModanException with {@link ErrorCode#TRAINING} if fitting fails
     */
    FoldScores score(TransferFold fold);

    /**
     * How often the encoder is trained on each image of a fold's training part, for an estimate of
     * the time that takes; empty if nobody can say.
     */
    default OptionalDouble trainingPasses() {
        return OptionalDouble.empty();
    }
}
