/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.modan.spi.DatasetInfo;
import org.modan.spi.Sample;

/** What no dataset may be, whether it is opened for an experiment or only looked at. */
public final class DatasetProblems {

    private DatasetProblems() {}

    /** Why what an adapter says of its images cannot be used, in words; empty if it can. */
    public static List<String> of(DatasetInfo info, List<Sample> samples) {
        if (samples.isEmpty()) {
            return List.of("no images in it");
        }
        List<String> problems = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        samples.stream()
                .map(Sample::id)
                .filter(id -> !ids.add(id))
                .findFirst()
                .ifPresent(
                        id ->
                                problems.add(
                                        "two images are called %s; ids must be unique"
                                                .formatted(id)));
        int classes = info.classes().size();
        samples.stream()
                .filter(sample -> sample.label().isPresent())
                .filter(sample -> !isClass(sample.label().getAsInt(), classes))
                .findFirst()
                .ifPresent(sample -> problems.add(foreignLabel(sample, classes)));
        return problems;
    }

    private static boolean isClass(int label, int classes) {
        return label >= 0 && label < classes;
    }

    private static String foreignLabel(Sample sample, int classes) {
        return "%s has label %d, but there %s"
                .formatted(
                        sample.id(),
                        sample.label().orElseThrow(),
                        classes == 1 ? "is 1 class" : "are %d classes".formatted(classes));
    }
}
