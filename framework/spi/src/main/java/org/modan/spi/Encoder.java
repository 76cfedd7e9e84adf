/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

/**
 * A layer from images {@code (N, C, H, W)} to feature vectors {@code (N, features())}.
 *
 * @since 1.0
 */
public interface Encoder extends Layer {

    /** Width of a feature vector. */
    int features();

    /** Channels of the images it takes. */
    int channels();
}
