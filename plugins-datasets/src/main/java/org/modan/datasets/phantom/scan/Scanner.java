/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom.scan;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.modan.datasets.phantom.body.Lesion;
import org.modan.datasets.phantom.body.Variation;
import org.modan.spi.Image;

/** Makes images of one anatomy by one modality. */
@FunctionalInterface
public interface Scanner {

    /**
     * @param size pixels a side
     * @param variation of the patient and the slice
     * @param lesion what to find in it
     * @param noise randomness of this image alone
     */
    Image scan(int size, Variation variation, Optional<Lesion> lesion, RandomGenerator noise);
}
