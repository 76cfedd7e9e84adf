/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

import ai.djl.ndarray.NDManager;

/**
 * One fold of one repeat of one task, for one encoder.
 *
 * @since 1.0
 */
public interface TransferFold {

    /** Repeat, from 0. */
    int repeat();

    /** Fold within the repeat, from 0. */
    int fold();

    /** The part to fit on; every sample has a label, 0 or 1. */
    ImageSet train();

    /** The part to score; its samples carry no label. */
    ImageSet test();

    /**
     * A copy of the encoder under judgement, for this fold to change or keep frozen; its arrays
     * belong to the manager.
     */
    Encoder encoder(NDManager manager);

    /** Where arrays of this fold are made; closed by the host afterwards. */
    NDManager manager();

    /** The fold's own source of randomness. */
    Seed seed();

    /** Hears how training goes. */
    TrainingListener listener();
}
