/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

/**
 * One fold of one repeat of one task, as feature vectors.
 *
 * @since 1.0
 */
public interface ProbeFold {

    /** Repeat, from 0. */
    int repeat();

    /** Fold within the repeat, from 0. */
    int fold();

    /** The part to fit on; every sample has a label, 0 or 1, and its group if it has one. */
    FeatureSet train();

    /** The part to score; its samples carry no label. */
    FeatureSet test();

    /** The fold's own source of randomness. */
    Seed seed();
}
