/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * How an encoder gets its weights: by training, from a file, or at random. Strategies make one; the
 * host alone tells them apart, for there may be more one day.
 *
 * @since 1.0
 */
public sealed interface Initialization {

    /** Train on the corpus with this objective. */
    static Initialization train(Objective objective) {
        return new Train(objective);
    }

    /** Load the weights of a file, every tensor of the encoder. */
    static Initialization load(Path weights) {
        return load(weights, StemAdaptation.STRICT);
    }

    /**
     * Load the weights of a file.
     *
     * @param stem what to do if the file's first convolution does not fit the encoder's
     */
    static Initialization load(Path weights, StemAdaptation stem) {
        return new Load(weights, stem);
    }

    /** Keep the random weights every encoder starts from. */
    static Initialization random() {
        return new Random();
    }

    /** See {@link Initialization#train}. */
    final class Train implements Initialization {
        private final Objective objective;

        private Train(Objective objective) {
            this.objective = requireNonNull(objective, "objective is null");
        }

        public Objective objective() {
            return objective;
        }
    }

    /** See {@link Initialization#load}. */
    final class Load implements Initialization {
        private final Path weights;
        private final StemAdaptation stem;

        private Load(Path weights, StemAdaptation stem) {
            this.weights = requireNonNull(weights, "weights is null");
            this.stem = requireNonNull(stem, "stem is null");
        }

        public StemAdaptation stem() {
            return stem;
        }

        public Path weights() {
            return weights;
        }
    }

    /** See {@link Initialization#random}. */
    final class Random implements Initialization {
        private Random() {}
    }
}
