/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.modan.spi.ErrorCode;
import org.modan.spi.ImageSet;
import org.modan.spi.ModanException;

/**
 * Batches of an image set, assembled by threads of its own ahead of whoever consumes them, and
 * delivered in order. What a batch holds is a function of the image set, the order, the views and
 * the epoch: neither the number of threads nor an earlier epoch has any influence.
 *
 * @since 1.0
 */
public final class BatchLoader implements AutoCloseable {

    private static final int SECONDS_TO_END = 10;
    private static final long MOST_BYTES = Integer.MAX_VALUE - 1024;

    private final BatchOrder order;
    private final int depth;
    private final ExecutorService workers;
    private final ThreadLocal<BatchAssembler> assemblers;

    /**
     * @param images where pixels come from; read from several threads
     * @param order which images make which batch
     * @param views what is drawn of each image
     * @param prefetch how far ahead
     * @throws ModanException if a batch is too large for one buffer
     */
    public BatchLoader(ImageSet images, BatchOrder order, Views views, Prefetch prefetch) {
        requireNonNull(images, "images is null");
        requireNonNull(views, "views is null");
        this.order = requireNonNull(order, "order is null");
        depth = prefetch.depth();
        BufferPool pool = new BufferPool(largestBatch(images, order, views));
        assemblers = ThreadLocal.withInitial(() -> new BatchAssembler(images, views, pool));
        workers = Executors.newFixedThreadPool(prefetch.workers(), threads());
    }

    /** Batches in an epoch. */
    public int steps() {
        return order.steps();
    }

    /**
     * The batches of an epoch, the first of them under way. Only one epoch is consumed at a time.
     *
     * @param epoch from 0
     */
    public BatchStream epoch(int epoch) {
        return epoch(epoch, 0);
    }

    /**
     * The batches of an epoch without the first few.
     *
     * @param epoch from 0
     * @param skipped how many are left out, none of them assembled
     */
    BatchStream epoch(int epoch, int skipped) {
        List<int[]> batches = order.batches(epoch);
        return new BatchStream(this, epoch, batches.subList(skipped, batches.size()), depth);
    }

    Future<Batch> submit(int[] indices, int epoch) {
        return workers.submit(() -> assemblers.get().assemble(indices, epoch));
    }

    /** Ends all threads, also in the middle of a batch. */
    @Override
    public void close() {
        workers.shutdownNow();
        try {
            workers.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int largestBatch(ImageSet images, BatchOrder order, Views views) {
        long pixels = (long) images.channels() * images.imageSize() * images.imageSize();
        long bytes = Float.BYTES * pixels * views.perImage() * order.largestBatch();
        if (bytes > MOST_BYTES) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION,
                    "a batch of %d images, %d views each, takes %d MiB and may take %d; lower batch-size or image-size"
                            .formatted(
                                    order.largestBatch(),
                                    views.perImage(),
                                    bytes >> 20,
                                    MOST_BYTES >> 20));
        }
        return (int) bytes;
    }

    private static ThreadFactory threads() {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "modan-loader-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
