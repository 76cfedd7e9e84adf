/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

/**
 * How far ahead of the training step batches are assembled. Results do not depend on it.
 *
 * @param workers threads
 * @param depth batches assembled or under way, beside the one in use
 * @since 1.0
 */
public record Prefetch(int workers, int depth) {

    private static final int MOST_WORKERS = 8;

    public Prefetch {
        if (workers < 1 || depth < 1) {
            throw new IllegalArgumentException(
                    "%d workers and a depth of %d; both are at least 1".formatted(workers, depth));
        }
    }

    /** Half the processors, eight at most: the step needs the others. */
    public static Prefetch standard() {
        int half = Runtime.getRuntime().availableProcessors() / 2;
        int workers = Math.max(1, Math.min(half, MOST_WORKERS));
        return new Prefetch(workers, workers + 1);
    }
}
