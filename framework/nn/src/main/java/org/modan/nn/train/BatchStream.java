/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/**
 * The batches of one epoch, in order. The consumer closes each batch, and the stream at the end.
 *
 * @since 1.0
 */
public final class BatchStream implements Iterator<Batch>, AutoCloseable {

    private final BatchLoader loader;
    private final int epoch;
    private final int depth;
    private final Iterator<int[]> ahead;
    private final Deque<Future<Batch>> underway = new ArrayDeque<>();

    BatchStream(BatchLoader loader, int epoch, List<int[]> batches, int depth) {
        this.loader = loader;
        this.epoch = epoch;
        this.depth = depth;
        this.ahead = batches.iterator();
        fill();
    }

    @Override
    public boolean hasNext() {
        return !underway.isEmpty();
    }

    /**
     * The next batch; waits for it if need be.
     *
     * @throws ModanException as the image set threw it, naming the sample
     * @throws CancellationException if this thread is interrupted while it waits, and stays so
     */
    @Override
    public Batch next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the epoch has no more batches");
        }
        Future<Batch> next = underway.remove();
        fill();
        return await(next);
    }

    /** Drops what is assembled but not consumed. */
    @Override
    public void close() {
        underway.forEach(batch -> batch.cancel(true));
        underway.clear();
    }

    private void fill() {
        while (underway.size() < depth && ahead.hasNext()) {
            underway.add(loader.submit(ahead.next(), epoch));
        }
    }

    private Batch await(Future<Batch> batch) {
        try {
            return batch.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for a batch");
        } catch (ExecutionException e) {
            close();
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof OutOfMemoryError) {
                throw new ModanException(
                        ErrorCode.CONFIGURATION,
                        "no memory is left for another batch; lower batch-size, or give Java more with -Xmx",
                        e.getCause());
            }
            throw new IllegalStateException("a batch could not be assembled", e.getCause());
        }
    }
}
