/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.phantom;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import org.modan.nn.layer.Parameters;
import org.modan.spi.Encoder;
import org.modan.spi.ImageSet;
import org.modan.spi.Seed;
import org.modan.spi.TrainingListener;
import org.modan.spi.TransferFold;

/**
 * The first fold of the first repeat of a phantom task, as images; remembers the encoders it handed
 * out, which all start from the same values.
 */
public final class PhantomTransferFold implements TransferFold {

    private static final Seed PRETRAINED = new Seed(17);

    private final ImageSet train;
    private final ImageSet test;
    private final NDManager manager;
    private final Seed seed;
    private final List<Encoder> handedOut = new ArrayList<>();

    PhantomTransferFold(ImageSet train, ImageSet test, NDManager manager, Seed seed) {
        this.train = requireNonNull(train, "train is null");
        this.test = requireNonNull(test, "test is null");
        this.manager = requireNonNull(manager, "manager is null");
        this.seed = requireNonNull(seed, "seed is null");
    }

    @Override
    public int repeat() {
        return 0;
    }

    @Override
    public int fold() {
        return 0;
    }

    @Override
    public ImageSet train() {
        return train;
    }

    @Override
    public ImageSet test() {
        return test;
    }

    @Override
    public Encoder encoder(NDManager owner) {
        Encoder copy = start(owner);
        handedOut.add(copy);
        return copy;
    }

    @Override
    public NDManager manager() {
        return manager;
    }

    @Override
    public Seed seed() {
        return seed;
    }

    @Override
    public TrainingListener listener() {
        return TrainingListener.NONE;
    }

    public List<Encoder> handedOut() {
        return List.copyOf(handedOut);
    }

    /** The encoder as every copy starts. */
    public static Encoder start(NDManager owner) {
        Encoder encoder = new TinyEncoder();
        Parameters.initialise(encoder, owner, PRETRAINED);
        return encoder;
    }
}
