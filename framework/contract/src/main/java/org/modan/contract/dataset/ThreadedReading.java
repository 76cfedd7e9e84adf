/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.dataset;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.modan.contract.ContractViolation;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.Sample;

/**
 * Has threads read the same images at once. Half of them start with the first image and half with
 * the one in the middle, so that both one image and different ones are read at the same moment.
 */
final class ThreadedReading {

    private static final int THREADS = 4;

    private final DatasetAdapter adapter;
    private final List<Sample> samples;

    ThreadedReading(DatasetAdapter adapter, List<Sample> samples) {
        this.adapter = requireNonNull(adapter, "adapter is null");
        this.samples = List.copyOf(samples);
    }

    /**
     * What each thread saw.
     *
     * @throws ContractViolation if one could not read
     */
    List<SeenImages> run() throws InterruptedException {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Callable<SeenImages>> readers = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            List<Sample> order = new ArrayList<>(samples);
            Collections.rotate(order, thread % 2 * (samples.size() / 2));
            readers.add(
                    () -> {
                        start.await();
                        return SeenImages.read(adapter, order);
                    });
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<SeenImages> seen = new ArrayList<>();
            for (Future<SeenImages> reader : threads.invokeAll(readers)) {
                seen.add(result(reader));
            }
            return seen;
        } finally {
            threads.shutdownNow();
        }
    }

    private static SeenImages result(Future<SeenImages> reader) throws InterruptedException {
        try {
            return reader.get();
        } catch (ExecutionException e) {
            throw new ContractViolation(
                    "with %d threads reading at once, %s"
                            .formatted(THREADS, e.getCause().getMessage()),
                    e.getCause());
        }
    }
}
