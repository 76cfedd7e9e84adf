/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.modan.runtime.text.Few;
import org.modan.spi.DatasetInfo;
import org.modan.spi.Sample;

/** What follows from leaving out the images that cannot be read. */
public final class BadImages {

    private static final int NAMED = 3;

    /** Of as many as this one bad image is no longer an accident. */
    private static final int FEW = 10;

    private BadImages() {}

    /**
     * Why what is left of a dataset cannot be used, if it cannot.
     *
     * @param samples all of it
     */
    public static Optional<String> problem(
            DatasetInfo info, List<Sample> samples, List<Unreadable> bad) {
        if (bad.isEmpty()) {
            return Optional.empty();
        }
        if (bad.size() == samples.size()) {
            return Optional.of(
                    "none of the %d images can be read: %s".formatted(samples.size(), some(bad)));
        }
        Set<String> ids = bad.stream().map(Unreadable::id).collect(Collectors.toSet());
        Set<Integer> lost = new TreeSet<>();
        Set<Integer> left = new HashSet<>();
        for (Sample sample : samples) {
            Set<Integer> labels = ids.contains(sample.id()) ? lost : left;
            sample.label().ifPresent(labels::add);
        }
        lost.removeAll(left);
        if (lost.isEmpty()) {
            return Optional.empty();
        }
        List<String> classes = new ArrayList<>();
        lost.forEach(label -> classes.add(info.classes().get(label)));
        return Optional.of(
                "no image of class %s can be read; %d of %d images cannot: %s"
                        .formatted(
                                String.join(", ", classes), bad.size(), samples.size(), some(bad)));
    }

    /**
     * What to say of a dataset that goes on without them.
     *
     * @param images all of it
     * @param bad at least one
     */
    public static String warning(int images, List<Unreadable> bad) {
        boolean many = (long) bad.size() * FEW > images;
        return "%d of %d images cannot be read and %s left out%s: %s"
                .formatted(
                        bad.size(),
                        images,
                        bad.size() == 1 ? "is" : "are",
                        many ? ", more than a tenth of the dataset" : "",
                        some(bad));
    }

    private static String some(List<Unreadable> bad) {
        return Few.of(
                bad.stream().map(image -> "%s (%s)".formatted(image.id(), image.reason())).toList(),
                NAMED);
    }
}
