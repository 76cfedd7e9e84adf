/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;

/**
 * What is known of the images of one batch; one row an image, however many views it has.
 *
 * @since 1.0
 */
public final class Targets {

    private final NDArray metadata;
    private final NDArray classes;

    private Targets(NDArray metadata, NDArray classes) {
        this.metadata = requireNonNull(metadata, "metadata is null");
        this.classes = requireNonNull(classes, "classes is null");
    }

    /**
     * @param metadata see {@link #metadata()}
     * @param classes see {@link #classes()}
     */
    public static Targets of(NDArray metadata, NDArray classes) {
        return new Targets(metadata, classes);
    }

    /** How many images the batch has. */
    public int images() {
        return Math.toIntExact(metadata.getShape().get(0));
    }

    /**
     * The multi-hot metadata, shape {@code (N, K)}, float32 of 0 and 1: one one-hot group a field,
     * in the order of {@link CorpusInfo#fields()}; a missing value is a group of zeros.
     */
    public NDArray metadata() {
        return metadata;
    }

    /** The class of each image, shape {@code (N)}, int64; -1 where the corpus gives none. */
    public NDArray classes() {
        return classes;
    }
}
