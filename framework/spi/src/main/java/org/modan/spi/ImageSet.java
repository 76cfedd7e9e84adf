/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

import java.util.List;

/**
 * Images of one size, decoded and held as unsigned bytes; safe for several threads.
 *
 * @since 1.0
 */
public interface ImageSet {

    /** The samples, in the order of their indices here. */
    List<Sample> samples();

    /** Channels of every image. */
    int channels();

    /** Width and height of every image. */
    int imageSize();

    /**
     * Copies the pixels of one image, planar: channel, row, column.
     *
     * @param destination receives {@code channels * imageSize * imageSize} bytes from its start
     */
    void read(int index, byte[] destination);

    default int size() {
        return samples().size();
    }
}
