/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

/**
 * Judges an encoder that stays as it is, by its feature vectors: fits on those of a fold's training
 * part and scores its test part. The host computes the features of a dataset once and hands them to
 * every repeat, fold and probe.
 *
 * @since 1.0
 */
public interface ProbeEvaluator extends Evaluator {

    /**
     * @throws ModanException with {@link ErrorCode#TRAINING} if fitting fails
     */
    FoldScores score(ProbeFold fold);
}
