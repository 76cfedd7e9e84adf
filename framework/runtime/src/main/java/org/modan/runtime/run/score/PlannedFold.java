/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.score;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDManager;
import org.modan.nn.internal.weights.Weights;
import org.modan.runtime.experiment.EncoderConfig;
import org.modan.runtime.run.input.Encoders;
import org.modan.spi.Encoder;
import org.modan.spi.ImageSet;
import org.modan.spi.Seed;
import org.modan.spi.TrainingListener;
import org.modan.spi.TransferFold;

/** A fold as an evaluator sees it. */
record PlannedFold(
        int repeat,
        int fold,
        ImageSet train,
        ImageSet test,
        EncoderConfig config,
        Weights weights,
        NDManager manager,
        Seed seed,
        TrainingListener listener)
        implements TransferFold {

    PlannedFold {
        requireNonNull(weights, "weights is null");
        requireNonNull(manager, "manager is null");
    }

    @Override
    public Encoder encoder(NDManager owner) {
        Encoder copy = Encoders.create(config);
        weights.loadInto(copy, owner);
        return copy;
    }
}
