/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

/**
 * The order in which an array of four axes lies in memory. Its shape, its values and the files they
 * are saved to are the same in either order; the speed of convolutions is not, nor are the last
 * bits of what they compute.
 *
 * @since 1.0
 */
public enum MemoryLayout {
    /** {@code (N, C, H, W)} as it is written, also known as NCHW. */
    CHANNELS_FIRST,
    /**
     * The values of all channels of a pixel side by side, also known as NHWC. A convolution whose
     * weight lies so gives its output so, and the layers after it keep to it.
     */
    CHANNELS_LAST
}
