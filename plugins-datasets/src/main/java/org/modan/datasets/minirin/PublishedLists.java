/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.minirin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.modan.datasets.files.HeadedCsv;
import org.modan.datasets.files.Problems;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/**
 * The images that the published lists name, {@code RadiologyAI_train.csv} of columns filename and
 * label. They restrict the tree to what they list; a class is that of the folder still, and each
 * folder's images must have one label.
 */
final class PublishedLists {

    private static final List<String> NAMES =
            List.of("RadiologyAI_train.csv", "RadiologyAI_val.csv", "RadiologyAI_test.csv");
    private static final List<String> COLUMNS = List.of("filename", "label");

    private final Map<String, Set<String>> namesByClass = new TreeMap<>();
    private final Map<String, String> labels = new HashMap<>();
    private final Problems problems;

    /**
     * @param source one list, or the folder of all three
     * @param problems hears of rows that contradict each other or the tree
     */
    PublishedLists(Path source, Problems problems) {
        this.problems = problems;
        for (Path file : files(source)) {
            new HeadedCsv("minirin", file).read(COLUMNS, row -> add(row.get(0), row.get(1)));
        }
    }

    /** Those of a class's images that are listed; what is listed and not there is a problem. */
    List<String> listed(RadClass radClass, List<String> names) {
        Set<String> missing = new HashSet<>(namesByClass.getOrDefault(radClass.name(), Set.of()));
        List<String> listed = new ArrayList<>();
        for (String name : names) {
            if (missing.remove(name)) {
                listed.add(name);
            }
        }
        addMissing(radClass.name(), missing);
        namesByClass.remove(radClass.name());
        return listed;
    }

    /** Tells of the listed classes that were asked for nothing: their folders are not there. */
    void tellOfTheRest() {
        namesByClass.forEach(this::addMissing);
    }

    private void addMissing(String className, Collection<String> names) {
        names.stream()
                .sorted()
                .forEach(
                        name ->
                                problems.add(
                                        "images that the lists name are not there",
                                        className + "/" + name));
    }

    private void add(String listed, String label) {
        String id = RadImageNetHome.idOf(listed);
        int slash = id.lastIndexOf('/');
        if (slash < 0) {
            problems.add("rows of the lists name no image below CT, MR or US", listed);
            return;
        }
        String className = id.substring(0, slash);
        String before = labels.putIfAbsent(className, label);
        if (before != null && !before.equals(label)) {
            problems.add(
                    "images are labelled otherwise than the first of their folder",
                    "%s (%s, not %s)".formatted(id, label, before));
        }
        if (!namesByClass
                .computeIfAbsent(className, first -> new HashSet<>())
                .add(id.substring(slash + 1))) {
            problems.add("images are listed twice", id);
        }
    }

    private static List<Path> files(Path source) {
        if (!Files.isDirectory(source)) {
            return List.of(source);
        }
        List<Path> files =
                Stream.of(NAMES.toArray(String[]::new))
                        .map(source::resolve)
                        .filter(Files::isRegularFile)
                        .toList();
        if (files.isEmpty()) {
            throw new ModanException(
                    ErrorCode.DATASET,
                    "minirin: there is none of %s in %s; set csv to one of them or to their folder"
                            .formatted(String.join(", ", NAMES), source));
        }
        return files;
    }
}
