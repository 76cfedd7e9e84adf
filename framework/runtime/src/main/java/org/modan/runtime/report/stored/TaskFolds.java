/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.stored;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What folds/ says of a task.
 *
 * @param images by label
 * @param groups how many patients or exams; 0 if the images have none
 * @param repeats how many partitions there are
 * @param folds how many parts each has
 */
public record TaskFolds(
        String task, Map<String, Integer> images, int groups, int repeats, int folds) {

    public TaskFolds {
        requireNonNull(task, "task is null");
        images = Collections.unmodifiableMap(new TreeMap<>(images));
    }

    static TaskFolds of(String task, CsvFile table) {
        Map<String, Integer> images = new TreeMap<>();
        Set<String> samples = new HashSet<>();
        Set<String> groups = new HashSet<>();
        Set<String> repeats = new LinkedHashSet<>();
        Set<String> folds = new LinkedHashSet<>();
        for (CsvFile.Line line : table.lines()) {
            repeats.add(line.text("repeat"));
            folds.add(line.text("fold"));
            if (samples.add(line.text("sample"))) {
                images.merge(line.text("label"), 1, Integer::sum);
                groups.add(line.text("group"));
            }
        }
        groups.remove("");
        return new TaskFolds(task, images, groups.size(), repeats.size(), folds.size());
    }

    public int total() {
        return images.values().stream().mapToInt(Integer::intValue).sum();
    }
}
