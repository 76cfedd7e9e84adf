/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.folder;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.modan.datasets.files.NearestName;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.Sample;

/** What a user's {@code metadata} table says of each class folder. */
final class ClassMetadata {

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

    /** What the table says of images of one class. */
    Map<String, String> of(String className) {
        return table.getOrDefault(className, Map.of());
    }

    /** Classes that lack a value, such as {@code Hand (anatomy)}. */
    List<String> gaps(List<String> classes) {
        List<String> gaps = new ArrayList<>();
        for (String name : classes) {
            String missing =
                    fields.stream()
                            .filter(field -> !Sample.isKnown(of(name).getOrDefault(field, "")))
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
