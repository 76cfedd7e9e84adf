/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.files;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts files that are left out of a dataset, so that none goes missing without a word. */
public final class FileTally {

    private final Map<String, Integer> byExtension = new TreeMap<>();
    private int hidden;

    /** Counts one file. */
    public void add(Path file) {
        if (ImageFiles.isHidden(file)) {
            hidden++;
        } else {
            byExtension.merge(ImageFiles.extension(file), 1, Integer::sum);
        }
    }

    public int visible() {
        return byExtension.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int hidden() {
        return hidden;
    }

    /** The counts of visible files, such as {@code 2 .csv, 1 .txt}. */
    public String describeVisible() {
        return byExtension.entrySet().stream()
                .map(entry -> "%d %s".formatted(entry.getValue(), nameOf(entry.getKey())))
                .collect(Collectors.joining(", "));
    }

    private static String nameOf(String extension) {
        return extension.isEmpty() ? "without extension" : "." + extension;
    }
}
