/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.modan.nn.optim.Optimizer;
import org.modan.nn.train.Network;
import org.modan.nn.weights.Safetensors;
import org.modan.nn.weights.WeightFile;
import org.modan.nn.weights.Weights;
import org.modan.runtime.text.Reasons;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/**
 * A training between two epochs. Shuffling and augmentation are functions of the seed and the
 * epoch, so their state is the number of epochs done.
 */
final class Checkpoint {

    private static final String NETWORK = "network.";
    private static final String OPTIMIZER = "optimizer.";
    private static final String EPOCHS_DONE = "epochs-done";

    private final int epochsDone;
    private final Weights network;
    private final Weights optimizer;

    private Checkpoint(int epochsDone, Weights network, Weights optimizer) {
        this.epochsDone = epochsDone;
        this.network = requireNonNull(network, "network is null");
        this.optimizer = requireNonNull(optimizer, "optimizer is null");
    }

    static Checkpoint of(int epochsDone, Network network, Optimizer optimizer) {
        return new Checkpoint(epochsDone, Weights.of(network), Weights.ofArrays(optimizer.state()));
    }

    /** What an earlier run saved; empty if it saved nothing, or nothing that can be read. */
    static Optional<Checkpoint> find(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            WeightFile saved = Safetensors.read(file);
            return Optional.of(
                    new Checkpoint(
                            Integer.parseInt(saved.metadata().get(EPOCHS_DONE)),
                            saved.weights().under(NETWORK),
                            saved.weights().under(OPTIMIZER)));
        } catch (ModanException | NumberFormatException e) {
            // Training again from the start is slower, but right.
            return Optional.empty();
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new ModanException(ErrorCode.OUTPUT, "%s: %s".formatted(file, Reasons.of(e)), e);
        }
    }

    int epochsDone() {
        return epochsDone;
    }

    void write(Path file) {
        Safetensors.write(
                file,
                network.prefixed(NETWORK).plus(optimizer.prefixed(OPTIMIZER)),
                Map.of(EPOCHS_DONE, Integer.toString(epochsDone)));
    }

    /**
     * Puts the network back where it was.
     *
     * @return the state the optimiser had
     */
    Map<String, NDArray> restore(Network target, NDManager manager) {
        network.loadInto(target, manager);
        return optimizer.toArrays(manager);
    }
}
