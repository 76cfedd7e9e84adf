/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.embedding;

import java.util.concurrent.CancellationException;

/** Ends a layout whose run is being stopped: it may take minutes, and nothing of it is kept. */
final class Interruption {

    private Interruption() {}

    /**
     * @throws CancellationException if the thread is interrupted
     */
    static void check() {
        check(Thread.currentThread());
    }

    /**
     * For threads that work for another: only that one is interrupted.
     *
     * @throws CancellationException if the other thread is interrupted
     */
    static void check(Thread other) {
        if (other.isInterrupted()) {
            throw new CancellationException("interrupted");
        }
    }
}
