/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.mrnet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.DatasetInfo;
import org.modan.spi.Sample;

/** Gathers slices of volumes and what is known of them. */
final class SliceSamples {

    private static final List<String> FIELDS = List.of("modality", "anatomy", "plane", "part");

    private final List<Sample> samples = new ArrayList<>();
    private final Map<String, Slice> slices = new LinkedHashMap<>();
    private final Set<String> exams = new HashSet<>();

    /** Adds a slice, unless it is there already: the id is that of its volume and its index. */
    void add(String part, String plane, String exam, int label, Slice slice) {
        String id = "%s#%d".formatted(MrnetTree.idOf(part, plane, exam), slice.index());
        if (slices.putIfAbsent(id, slice) == null) {
            exams.add(exam);
            samples.add(
                    Sample.withId(id)
                            .group(exam)
                            .label(label)
                            .metadata(Knee.METADATA)
                            .metadata("plane", plane)
                            .metadata("part", part)
                            .build());
        }
    }

    /**
     * @param what starts the description, such as {@code MRNet acl, sagittal, middle slices}
     * @param notBytes how many volumes have values other than bytes
     */
    DatasetAdapter dataset(String what, MrnetTask task, long notBytes) {
        String scaling =
                notBytes == 0
                        ? ""
                        : "; %d volumes are not of uint8: those with values beyond 0..255 are scaled from their own least and greatest value"
                                .formatted(notBytes);
        String description =
                "%s: %d images of %d exams%s"
                        .formatted(what, samples.size(), exams.size(), scaling);
        return new MrnetDataset(
                DatasetInfo.of(description, task.classes(), FIELDS), samples, slices);
    }
}
