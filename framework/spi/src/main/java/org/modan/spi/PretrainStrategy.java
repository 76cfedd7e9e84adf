/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

/**
 * One way of arriving at an encoder. A strategy declares what to do; the host does it.
 *
 * @since 1.0
 */
public interface PretrainStrategy {

    /**
     * Says how the encoder gets its weights.
     *
     * @param corpus what is known of the pretraining corpus without reading a pixel
     * @throws ModanException if the corpus lacks what this strategy needs
     */
    Initialization initialize(CorpusInfo corpus);
}
