/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.strategy;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.modan.contract.NotChecked;

/** Memory that Java has given back, which something native may still read. */
final class FreedMemory {

    private static final int BLOCKS = 20_000;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);

    /** As a float32, a float64 or an int64 no value that anyone computes with. */
    private static final long NOT_A_NUMBER = -1;

    private FreedMemory() {}

    /**
     * Collects garbage, and fills the small blocks that are freed by it with what is no number.
     *
     * @throws NotChecked if this machine's collector cannot be asked to
     */
    static void overwrite() {
        try {
            // The second marker is reported after all that the first collection found was freed.
            collect();
            collect();
            Thread.sleep(20); // newer JDKs free memory outside the heap on a thread of its own
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotChecked("interrupted while waiting for the garbage collector", e);
        }
        List<ByteBuffer> blocks = new ArrayList<>();
        for (int i = 0; i < BLOCKS; i++) {
            blocks.add(ByteBuffer.allocateDirect(Long.BYTES).putLong(0, NOT_A_NUMBER));
        }
        Reference.reachabilityFence(blocks);
    }

    private static void collect() throws InterruptedException {
        ReferenceQueue<Object> collected = new ReferenceQueue<>();
        Reference<Object> marker = new WeakReference<>(new Object(), collected);
        long start = System.nanoTime();
        do {
            if (System.nanoTime() - start > PATIENCE) {
                throw new NotChecked("System.gc() collects no garbage here");
            }
            System.gc();
        } while (collected.remove(50) != marker);
    }
}
