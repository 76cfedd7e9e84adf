/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.modan.runtime.data.Unreadable;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.Image;
import org.modan.spi.Sample;

/**
 * Every image of a dataset, read once.
 *
 * @param sightings in the order of the samples; empty for those that cannot be read
 * @param unreadable in the same order
 */
record Survey(List<Optional<Sighting>> sightings, List<Unreadable> unreadable) {

    private static final int CHUNK = 256;

    Survey {
        sightings = List.copyOf(sightings);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * Goes on after an image that cannot be read: whoever mends a dataset wants to know of all.
     *
     * @param progress hears how many images are done
     */
    static Survey of(DatasetAdapter adapter, List<Sample> samples, IntConsumer progress) {
        List<Optional<Sighting>> sightings =
                new ArrayList<>(Collections.nCopies(samples.size(), Optional.empty()));
        String[] problems = new String[samples.size()];
        for (int start = 0; start < samples.size(); start += CHUNK) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted while images were read");
            }
            int end = Math.min(start + CHUNK, samples.size());
            IntStream.range(start, end)
                    .parallel()
                    .forEach(
                            i -> {
                                try {
                                    sightings.set(i, Optional.of(see(adapter, samples.get(i))));
                                } catch (Exception e) {
                                    problems[i] = Unreadable.reason(e);
                                }
                            });
            progress.accept(end);
        }
        List<Unreadable> unreadable =
                IntStream.range(0, problems.length)
                        .filter(i -> problems[i] != null)
                        .mapToObj(i -> new Unreadable(samples.get(i).id(), problems[i]))
                        .toList();
        return new Survey(sightings, unreadable);
    }

    int readable() {
        return sightings.size() - unreadable.size();
    }

    /** Those of the images that could be read, in order. */
    List<Sighting> seen() {
        return sightings.stream().flatMap(Optional::stream).toList();
    }

    private static Sighting see(DatasetAdapter adapter, Sample sample) throws IOException {
        Image image = adapter.read(sample);
        return new Sighting(
                new PixelSize(image.width(), image.height()),
                ColourMode.of(image),
                adapter.contentDigest(sample),
                Fingerprint.of(image));
    }
}
