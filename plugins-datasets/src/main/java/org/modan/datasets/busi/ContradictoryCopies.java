/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.busi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.modan.spi.Digests;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.Sample;

/**
 * Finds byte-identical images that carry different labels. Only files of equal size are read, which
 * makes it cheap enough for every opening.
 */
final class ContradictoryCopies {

    @FunctionalInterface
    private interface Key<T> {
        T of(Path file) throws IOException;
    }

    private final Path home;

    ContradictoryCopies(Path home) {
        this.home = home;
    }

    /** Groups of the same image under more than one label, in the order of the samples. */
    List<List<Sample>> among(List<Sample> samples) {
        List<List<Sample>> found = new ArrayList<>();
        for (List<Sample> sameSize : groups(samples, Files::size)) {
            found.addAll(groups(sameSize, Digests::ofFile));
        }
        return found;
    }

    private <T extends Comparable<T>> List<List<Sample>> groups(List<Sample> samples, Key<T> key) {
        Map<T, List<Sample>> groups = new TreeMap<>();
        for (Sample sample : samples) {
            T value = keyOf(sample, key);
            groups.computeIfAbsent(value, first -> new ArrayList<>()).add(sample);
        }
        return groups.values().stream().filter(ContradictoryCopies::disagree).toList();
    }

    private <T> T keyOf(Sample sample, Key<T> key) {
        try {
            return key.of(home.resolve(sample.id()));
        } catch (IOException e) {
            throw new ModanException(
                    ErrorCode.DATASET,
                    "busi: %s cannot be read; check its permissions"
                            .formatted(home.resolve(sample.id())),
                    e);
        }
    }

    private static boolean disagree(Collection<Sample> samples) {
        return samples.stream().map(Sample::label).distinct().count() > 1;
    }
}
