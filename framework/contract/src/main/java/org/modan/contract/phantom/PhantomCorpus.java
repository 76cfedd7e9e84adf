/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.phantom;

import java.util.List;
import org.modan.spi.CorpusInfo;
import org.modan.spi.MetadataField;

/**
 * The corpus that strategies are asked about: images that never were, with the fields a radiology
 * archive mostly has.
 */
public final class PhantomCorpus {

    private static final int IMAGES = 48;

    private PhantomCorpus() {}

    /** The fields modality, anatomy, device and laterality, and four classes of 12 images each. */
    public static CorpusInfo info() {
        return CorpusInfo.of(
                        IMAGES,
                        List.of(
                                MetadataField.of("modality", List.of("CT", "MR", "US")),
                                MetadataField.of(
                                        "anatomy", List.of("abdomen", "brain", "breast", "chest")),
                                MetadataField.of("device", List.of("alpha", "beta", "gamma")),
                                MetadataField.of("laterality", List.of("left", "right"))),
                        List.of("benign", "cyst", "malignant", "normal"))
                .withImagesPerClass(List.of(12, 12, 12, 12));
    }
}
