/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.phantom;

import org.modan.spi.FeatureSet;
import org.modan.spi.ProbeFold;
import org.modan.spi.Seed;

/** The first fold of the first repeat of a phantom task, as feature vectors. */
record PhantomProbeFold(FeatureSet train, FeatureSet test, Seed seed) implements ProbeFold {

    @Override
    public int repeat() {
        return 0;
    }

    @Override
    public int fold() {
        return 0;
    }
}
