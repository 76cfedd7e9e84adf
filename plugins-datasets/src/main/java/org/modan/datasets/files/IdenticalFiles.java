/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.files;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.modan.spi.Digests;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
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

    private final String dataset;
    private final Path root;

    /**
     * @param dataset the adapter's name, for messages
     * @param root the folder that samples' ids start from
     */
    public IdenticalFiles(String dataset, Path root) {
        this.dataset = requireNonNull(dataset, "dataset is null");
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
            groups.computeIfAbsent(keyOf(sample, key), first -> new ArrayList<>()).add(sample);
        }
        return groups.values().stream().filter(wanted).toList();
    }

    private <T> T keyOf(Sample sample, Key<T> key) {
        Path file = root.resolve(sample.id());
        try {
            return key.of(file);
        } catch (IOException e) {
            throw new ModanException(
                    ErrorCode.DATASET,
                    "%s: %s cannot be read; check its permissions".formatted(dataset, file),
                    e);
        }
    }
}
