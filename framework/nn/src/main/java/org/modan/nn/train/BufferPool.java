/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Direct buffers of one size, used again and again: releasing one to the operating system waits for
 * the garbage collector, which does not see how large they are.
 */
final class BufferPool {

    // Matrix multiplication may round differently at another alignment, and runs must be equal.
    private static final int ALIGNMENT = 64;

    private final int bytes;
    private final Queue<ByteBuffer> free = new ConcurrentLinkedQueue<>();

    BufferPool(int bytes) {
        this.bytes = bytes;
    }

    /** A buffer of the pool's size in native order, its content arbitrary. */
    ByteBuffer take() {
        ByteBuffer buffer = free.poll();
        if (buffer == null) {
            return allocate();
        }
        return buffer;
    }

    void giveBack(ByteBuffer buffer) {
        free.add(buffer.clear());
    }

    private ByteBuffer allocate() {
        int whole = Math.multiplyExact((bytes + ALIGNMENT - 1) / ALIGNMENT + 1, ALIGNMENT);
        return ByteBuffer.allocateDirect(whole)
                .alignedSlice(ALIGNMENT)
                .limit(bytes)
                .slice()
                .order(ByteOrder.nativeOrder());
    }
}
