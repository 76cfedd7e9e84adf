/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

/**
 * How an objective reads metadata: how much two images have in common, and whether that makes them
 * each other's positives. The host uses it to say, before and during training, whom an anchor is
 * pulled towards; it takes no part in the loss.
 *
 * @since 1.0
 */
public interface Affinity {

    /** No pair of images is positive: the only positives of a view are its image's other views. */
    static Affinity none() {
        return new Affinity() {
            @Override
            public float similarity(float[] first, float[] second) {
                return 0;
            }

            @Override
            public boolean isPositive(float similarity) {
                return false;
            }

            @Override
            public String description() {
                return "only the views of one image are positives";
            }
        };
    }

    /**
     * How much two different images have in common; symmetric, computed with the rounding of the
     * loss.
     *
     * @param first a row of {@link Targets#metadata()}
     * @param second another
     * @return from 0 to 1
     */
    float similarity(float[] first, float[] second);

    /** Whether images of this similarity are each other's positives. */
    boolean isPositive(float similarity);

    /** The rule in words, such as {@code Jaccard similarity of at least 0.3}. */
    String description();
}
