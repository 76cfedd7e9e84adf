/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

/**
 * Fits on the training part of a fold and scores its test part. Labels of the test part are out of
 * its reach.
 *
 * @since 1.0
 */
public interface TransferEvaluator extends Evaluator {

    /**
     * @return one score for each image of {@code fold.test()}, in its order; the higher, the more
     *     likely the positive class; the probability of it where the evaluator has one. Finite.
     * @throws ModanException with {@link ErrorCode#TRAINING} if fitting fails
     */
    double[] score(TransferFold fold);
}
