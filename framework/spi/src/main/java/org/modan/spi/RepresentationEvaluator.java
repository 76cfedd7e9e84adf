/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

import java.util.List;

/**
 * Describes how a frozen encoder lays out the images of the corpus: a map of them, and measures of
 * how well the map and the features agree with what is known of the images.
 *
 * @since 1.0
 */
public interface RepresentationEvaluator extends Evaluator {

    /**
     * @param features of all images of the corpus, their samples with all their metadata
     * @param fields the metadata fields the experiment chose, in its order
     */
    Representation describe(FeatureSet features, List<String> fields, Seed seed);
}
