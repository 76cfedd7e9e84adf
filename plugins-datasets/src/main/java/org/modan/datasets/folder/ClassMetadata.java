/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.folder;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.modan.datasets.files.NearestName;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/** What a user's {@code metadata} table says of each class folder. */
final class ClassMetadata {

    private static final String UNKNOWN = "unknown";

    private final Map<String, Map<String, String>> table;
    private final List<String> fields;

    /**
     * @param table class folder -> field -> value
     * @param classes the class folders there are
     * @throws ModanException naming every entry that matches no folder
     */
    ClassMetadata(Map<String, Map<String, String>> table, List<String> classes) {
        List<String> unknown =
                table.keySet().stream()
                        .filter(name -> !classes.contains(name))
                        .map(name -> "'" + name + "'" + suggestion(name, classes))
                        .toList();
        if (!unknown.isEmpty()) {
            throw new ModanException(
                    ErrorCode.DATASET,
                    "folder: metadata names class folders that are not there: %s; there are %s"
                            .formatted(String.join(", ", unknown), String.join(", ", classes)));
        }
        this.table = table;
        Set<String> names = new LinkedHashSet<>();
        table.values().forEach(values -> names.addAll(values.keySet()));
        fields = List.copyOf(names);
    }

    /** All fields, in the order they were first named. */
    List<String> fields() {
        return fields;
    }

    /** The values for images of one class; fields that are absent, as unknown ones, are missing. */
    Map<String, String> of(String className) {
        Map<String, String> known = new TreeMap<>(table.getOrDefault(className, Map.of()));
        known.values()
                .removeIf(value -> value.isBlank() || value.strip().equalsIgnoreCase(UNKNOWN));
        return known;
    }

    /** Classes that lack a value, such as {@code Hand (anatomy)}. */
    List<String> gaps(List<String> classes) {
        List<String> gaps = new ArrayList<>();
        for (String name : classes) {
            String missing =
                    fields.stream()
                            .filter(field -> !of(name).containsKey(field))
                            .collect(Collectors.joining(", "));
            if (!missing.isEmpty()) {
                gaps.add("%s (%s)".formatted(name, missing));
            }
        }
        return gaps;
    }

    private static String suggestion(String name, List<String> classes) {
        return NearestName.of(name, classes)
                .map(nearest -> " (did you mean '" + nearest + "'?)")
                .orElse("");
    }
}
