/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

import java.util.List;

/**
 * Feature vectors of images under a frozen encoder, one a sample; safe for several threads.
 *
 * @since 1.0
 */
public interface FeatureSet {

    /** The samples, in the order of their indices here. */
    List<Sample> samples();

    /** Length of every vector. */
    int width();

    /**
     * Copies one vector.
     *
     * @param destination receives {@link #width()} values from its start
     */
    void read(int index, float[] destination);

    default int size() {
        return samples().size();
    }
}
