/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.files;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.modan.spi.Digests;
import org.modan.spi.Sample;

/**
 * Finds byte-identical images of a dataset. Only files that share their size with another are read,
 * which makes it cheap enough for every opening.
 */
public final class IdenticalFiles {

    @FunctionalInterface
    private interface Key<T> {
        T of(Path file) throws IOException;
    }

    private final Path root;

    /**
     * @param root the folder that samples' ids start from
     */
    public IdenticalFiles(Path root) {
        this.root = requireNonNull(root, "root is null");
    }

    /** Groups of two or more of the same image; in each, the order of the samples. */
    public List<List<Sample>> among(List<Sample> samples) {
        return among(samples, group -> group.size() > 1);
    }

    /** Groups of the same image under more than one label; in each, the order of the samples. */
    public List<List<Sample>> contradictions(List<Sample> samples) {
        return among(
                samples,
                group -> group.stream().map(Sample::label).distinct().limit(2).count() > 1);
    }

    /**
     * @param wanted whether a group is of interest; whatever part of a group is, the whole is too
     */
    private List<List<Sample>> among(List<Sample> samples, Predicate<List<Sample>> wanted) {
        List<List<Sample>> found = new ArrayList<>();
        for (List<Sample> sameSize : groups(samples, Files::size, wanted)) {
            found.addAll(groups(sameSize, Digests::ofFile, wanted));
        }
        return found;
    }

    private <T extends Comparable<T>> List<List<Sample>> groups(
            List<Sample> samples, Key<T> key, Predicate<List<Sample>> wanted) {
        Map<T, List<Sample>> groups = new TreeMap<>();
        for (Sample sample : samples) {
            keyOf(sample, key)
                    .ifPresent(
                            value ->
                                    groups.computeIfAbsent(value, first -> new ArrayList<>())
                                            .add(sample));
        }
        return groups.values().stream().filter(wanted).toList();
    }

    /**
     * Empty for a file that cannot be read, which whoever reads all images tells with the others.
     */
    private <T> Optional<T> keyOf(Sample sample, Key<T> key) {
        try {
            return Optional.of(key.of(root.resolve(sample.id())));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
