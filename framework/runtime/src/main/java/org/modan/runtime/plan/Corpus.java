/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import java.util.Optional;
import org.modan.runtime.data.OpenDataset;
import org.modan.runtime.metadata.MetadataTarget;
import org.modan.runtime.metadata.PositivePairs;

/**
 * What encoders are pretrained on.
 *
 * @param dataset the images
 * @param target their metadata, encoded
 * @param positives which images the objective pulls together; empty if it has no such pairs
 */
public record Corpus(
        OpenDataset dataset, MetadataTarget target, Optional<PositivePairs> positives) {

    /** Before an objective has been asked about it. */
    static Corpus of(OpenDataset dataset, MetadataTarget target) {
        return new Corpus(dataset, target, Optional.empty());
    }

    Corpus with(Optional<PositivePairs> found) {
        return new Corpus(dataset, target, found);
    }
}
