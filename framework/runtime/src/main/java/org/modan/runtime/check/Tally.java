/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.modan.spi.DatasetInfo;
import org.modan.spi.Sample;

/** Counts images by what is said of them. */
final class Tally {

    private Tally() {}

    /** The images of each class, classes without any included. */
    static Map<String, Integer> classes(DatasetInfo info, List<Picture> pictures) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        info.classes().forEach(name -> counts.put(name, 0));
        pictures.forEach(
                picture ->
                        picture.className().ifPresent(name -> counts.merge(name, 1, Integer::sum)));
        return counts;
    }

    static Map<ColourMode, Integer> colours(List<Sighting> seen) {
        Map<ColourMode, Integer> counts = new TreeMap<>();
        seen.forEach(one -> counts.merge(one.colour(), 1, Integer::sum));
        return counts;
    }

    /** The fields the adapter names, and then those it gives values of without naming them. */
    static List<FieldTally> fields(DatasetInfo info, List<Sample> samples) {
        List<String> unnamed =
                samples.stream()
                        .flatMap(sample -> sample.metadata().keySet().stream())
                        .filter(field -> !info.fields().contains(field))
                        .collect(Collectors.toCollection(TreeSet::new))
                        .stream()
                        .toList();
        return Stream.concat(info.fields().stream(), unnamed.stream())
                .distinct()
                .map(field -> FieldTally.of(field, samples))
                .toList();
    }
}
