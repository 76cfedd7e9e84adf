/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.check;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modan.runtime.data.Unreadable;

/**
 * Everything a check found out about a dataset.
 *
 * @param name what messages call it
 * @param adapter that reads it
 * @param description in the adapter's words; empty if it could not be opened
 * @param images how many there are
 * @param readable how many of them can be read
 * @param classes images by class, in the order of the labels
 * @param unlabelled images without a label
 * @param groups the patients or exams
 * @param sizes empty if nothing can be read
 * @param colours images that can be read by what their channels hold
 * @param fields the metadata
 * @param flat images that show nothing, such as one grey all over
 * @param unreadable in the order of the samples
 * @param copies images of the same bytes
 * @param nearPairs images that show the same though their bytes differ
 * @param problems why the dataset cannot be used as it is; sentences
 * @param warnings what should be known before it is used; sentences
 */
public record DatasetReport(
        String name,
        String adapter,
        String description,
        int images,
        int readable,
        Map<String, Integer> classes,
        int unlabelled,
        Groups groups,
        Optional<Sizes> sizes,
        Map<ColourMode, Integer> colours,
        List<FieldTally> fields,
        List<String> flat,
        List<Unreadable> unreadable,
        List<CopySet> copies,
        NearPairs nearPairs,
        List<String> problems,
        List<String> warnings) {

    public DatasetReport {
        requireNonNull(name, "name is null");
        requireNonNull(adapter, "adapter is null");
        requireNonNull(description, "description is null");
        classes = Collections.unmodifiableMap(new LinkedHashMap<>(classes));
        requireNonNull(groups, "groups is null");
        requireNonNull(sizes, "sizes is null");
        colours = Collections.unmodifiableMap(new LinkedHashMap<>(colours));
        fields = List.copyOf(fields);
        flat = List.copyOf(flat);
        unreadable = List.copyOf(unreadable);
        copies = List.copyOf(copies);
        requireNonNull(nearPairs, "nearPairs is null");
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /** Of a dataset that could not be opened at all. */
    static DatasetReport unopened(
            String name, String adapter, String problem, List<String> warnings) {
        return new DatasetReport(
                name,
                adapter,
                "",
                0,
                0,
                Map.of(),
                0,
                Groups.of(List.of()),
                Optional.empty(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new NearPairs(0, 0, 0, 0, List.of()),
                List.of(problem),
                warnings);
    }

    /** Whether anything is known of it. */
    boolean isOpened() {
        return images > 0;
    }

    /** Whether an experiment can use it as it is. */
    public boolean isUsable() {
        return problems.isEmpty();
    }

    /** Images that have the same bytes as another. */
    public int copiedImages() {
        return copies.stream().mapToInt(set -> set.pictures().size()).sum();
    }
}
