/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import org.modan.runtime.data.MetadataTarget;
import org.modan.runtime.data.OpenDataset;

/**
 * What encoders are pretrained on.
 *
 * @param dataset the images
 * @param target their metadata, encoded
 */
public record Corpus(OpenDataset dataset, MetadataTarget target) {}
